package org.quittance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** When a payer pays: whatever it has decided to pay waits for its next pay run. */
enum PayRun {
    ANY_DAY,
    THURSDAYS,
    /** On the 15th and at the end of the month. */
    TWICE_A_MONTH,
    MONTH_END;

    LocalDate onOrAfter(LocalDate day) {
        return switch (this) {
            case ANY_DAY -> BusinessDays.onOrAfter(day);
            case THURSDAYS -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
            case TWICE_A_MONTH -> {
                LocalDate middle = BusinessDays.onOrAfter(day.withDayOfMonth(15));
                yield day.isAfter(middle) ? monthEnd(day) : middle;
            }
            case MONTH_END -> monthEnd(day);
        };
    }

    private static LocalDate monthEnd(LocalDate day) {
        LocalDate end = BusinessDays.lastOf(YearMonth.from(day));
        return day.isAfter(end) ? BusinessDays.lastOf(YearMonth.from(day).plusMonths(1)) : end;
    }
}
