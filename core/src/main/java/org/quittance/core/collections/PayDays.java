package org.quittance.core.collections;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days on which a customer pays by its own rules.
 *
 * <p>{@code new Weekly(Set.of(THURSDAY)).onOrAfter(LocalDate.of(2026, 5, 1))} is Thursday, 7 May 2026.
 */
public sealed interface PayDays {

    /** The first day on or after another on which they pay. */
    LocalDate onOrAfter(LocalDate day);

    /** In words, to stand after "they pay": {@code on Thursdays}. */
    String sentence();

    /** Whenever it is due. */
    record AnyDay() implements PayDays {

        @Override
        public LocalDate onOrAfter(LocalDate day) {
            return day;
        }

        @Override
        public String sentence() {
            return "on any day";
        }
    }

    /** On some days of each week, at least one. */
    record Weekly(Set<DayOfWeek> days) implements PayDays {

        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("Weekly on no day");
            }
        }

        @Override
        public LocalDate onOrAfter(LocalDate day) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(days::contains)
                    .map(weekday -> day.with(TemporalAdjusters.nextOrSame(weekday)))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }

        @Override
        public String sentence() {
            return "on "
                    + EnumSet.copyOf(days).stream()
                            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s")
                            .collect(Collectors.joining(" and "));
        }
    }

    /**
     * On some days of each month, at least one; a day that a month does not have is its last.
     *
     * @param days 1 to 31
     */
    record Monthly(Set<Integer> days) implements PayDays {

        public Monthly {
            days = Set.copyOf(days);
            if (days.isEmpty() || days.stream().anyMatch(day -> day < 1 || day > 31)) {
                throw new IllegalArgumentException("Monthly on " + days);
            }
        }

        @Override
        public LocalDate onOrAfter(LocalDate day) {
            return List.of(day, day.plusMonths(1)).stream()
                    .flatMap(month ->
                            days.stream().map(each -> month.withDayOfMonth(Math.min(each, month.lengthOfMonth()))))
                    .filter(each -> !each.isBefore(day))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }

        @Override
        public String sentence() {
            return "on day "
                    + new TreeSet<>(days).stream().map(String::valueOf).collect(Collectors.joining(" and "))
                    + " of the month";
        }
    }
}
