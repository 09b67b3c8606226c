package org.quittance.core.respondent;

import java.time.LocalDate;
import org.quittance.core.calendar.BusinessCalendar;

/** The days of a question that is asked by mail: when its one reminder leaves, and until when its links can be used. */
public final class Asking {

    /** How long after the day of the answer a link still takes one: late answers are answers. */
    public static final int DAYS_AFTER_DUE = 14;

    private Asking() {}

    /**
     * The day of the reminder: the last working day before the answer is due; the due day itself where the question was asked no earlier.
     *
     * <p>Example: asked on Monday and due on Thursday, one is reminded on Wednesday; due on Tuesday, on Tuesday.
     */
    public static LocalDate remindOn(LocalDate askedOn, LocalDate dueOn, BusinessCalendar calendar) {
        LocalDate before = dueOn.minusDays(1);
        while (before.isAfter(askedOn) && !calendar.isBusinessDay(before)) {
            before = before.minusDays(1);
        }
        return before.isAfter(askedOn) ? before : dueOn;
    }

    /** The last day of a link that is issued on a day. */
    public static LocalDate lastDayOfLink(LocalDate issuedOn, LocalDate dueOn) {
        return (dueOn.isAfter(issuedOn) ? dueOn : issuedOn).plusDays(DAYS_AFTER_DUE);
    }
}
