package org.quittance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Mondays to Fridays. The demo company keeps no holidays. */
final class BusinessDays {

    private BusinessDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isOne(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isOne(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static LocalDate plus(LocalDate day, int days) {
        LocalDate found = onOrAfter(day);
        for (int i = 0; i < days; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    static LocalDate lastOf(YearMonth month) {
        return onOrBefore(month.atEndOfMonth());
    }

    /** The business days that lie before the given day, the last so many, oldest first. */
    static List<LocalDate> before(LocalDate day, int count) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = day;
        while (days.size() < count) {
            last = onOrBefore(last.minusDays(1));
            days.add(last);
        }
        return days.reversed();
    }
}
