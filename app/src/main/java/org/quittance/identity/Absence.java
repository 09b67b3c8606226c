package org.quittance.identity;

import java.time.LocalDate;

/**
 * Days on which somebody is away, and who sees the accounts of their portfolios meanwhile.
 *
 * @param lastDay earlier than first planned where they came back earlier
 * @param enteredBy the login of whoever entered it
 */
public record Absence(
        long id,
        long personId,
        String personName,
        long coverId,
        String coverName,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String enteredBy) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean meets(LocalDate from, LocalDate until) {
        return !firstDay.isAfter(until) && !lastDay.isBefore(from);
    }
}
