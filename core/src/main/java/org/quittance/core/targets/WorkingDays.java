package org.quittance.core.targets;

import java.time.LocalDate;
import java.time.YearMonth;
import org.quittance.core.calendar.BusinessCalendar;

/**
 * How much of a month has been worked: days before today, of all its working days.
 *
 * <p>Example: on Monday 9 March 2026, 5 of 22 days are gone by the German calendar.
 */
public record WorkingDays(int gone, int inMonth) {

    public WorkingDays {
        if (gone < 0 || gone > inMonth) {
            throw new IllegalArgumentException("%d of %d days".formatted(gone, inMonth));
        }
    }

    public static WorkingDays of(BusinessCalendar calendar, YearMonth month, LocalDate today) {
        LocalDate before = month.atDay(1).minusDays(1);
        LocalDate last = today.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : today.minusDays(1);
        return new WorkingDays(
                last.isAfter(before) ? calendar.businessDaysBetween(before, last) : 0,
                calendar.businessDaysBetween(before, month.atEndOfMonth()));
    }

    public boolean areOver() {
        return gone == inMonth;
    }
}
