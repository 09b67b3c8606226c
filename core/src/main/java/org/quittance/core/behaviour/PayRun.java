package org.quittance.core.behaviour;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which a customer pays, where there is a custom in it.
 *
 * <p>Counted are days with a payment, not payments: one run that pays forty invoices is one day. A custom is what at least
 * {@value #LEAST_SHARE_PERCENT} % of at least {@value #LEAST_DAYS} such days share: the same {@value #WINDOW_DAYS} days of the month, else the same
 * weekday. By chance six days would share a weekday that much in fewer than one case of a hundred, and days of the month in fewer still.
 */
public sealed interface PayRun {

    int LEAST_DAYS = 6;
    int LEAST_SHARE_PERCENT = 70;
    int WINDOW_DAYS = 4;

    /**
     * Once a month, on one of a few days in a row.
     *
     * @param firstDay of the month, 1 to 31
     * @param matching how many of the days lie there
     */
    record Monthly(int firstDay, int matching, int days) implements PayRun {
        /** Past the 31st the days go on with the 1st. */
        public int lastDay() {
            return (firstDay + WINDOW_DAYS - 2) % 31 + 1;
        }
    }

    /** On one day of the week. */
    record Weekly(DayOfWeek day, int matching, int days) implements PayRun {}

    /** No custom is to be seen in the days. */
    record Irregular(int days) implements PayRun {}

    /** Fewer days than a custom could be told from. */
    record TooLittleKnown(int days) implements PayRun {}

    static PayRun of(Collection<LocalDate> paymentDays) {
        Set<LocalDate> days = new TreeSet<>(paymentDays);
        if (days.size() < LEAST_DAYS) {
            return new TooLittleKnown(days.size());
        }
        Monthly monthly = bestWindow(days);
        if (isCustom(monthly.matching(), days.size())) {
            return monthly;
        }
        Weekly weekly = bestWeekday(days);
        return isCustom(weekly.matching(), days.size()) ? weekly : new Irregular(days.size());
    }

    /** In words: {@code Thursdays (9 of 11 days)}. */
    default String sentence() {
        return switch (this) {
            case Monthly monthly ->
                "Between the %s and the %s of the month (%d of %d days)"
                        .formatted(
                                ordinal(monthly.firstDay()),
                                ordinal(monthly.lastDay()),
                                monthly.matching(),
                                monthly.days());
            case Weekly(DayOfWeek day, int matching, int days) ->
                "%ss (%d of %d days)".formatted(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), matching, days);
            case Irregular(int days) -> "No custom in %d days with payments".formatted(days);
            case TooLittleKnown(int days) ->
                "Too little known: %d %s with payments, %d are needed"
                        .formatted(days, days == 1 ? "day" : "days", LEAST_DAYS);
        };
    }

    private static boolean isCustom(int matching, int days) {
        return matching * 100 >= days * LEAST_SHARE_PERCENT;
    }

    private static Monthly bestWindow(Set<LocalDate> days) {
        Monthly best = new Monthly(1, 0, days.size());
        for (int first = 1; first <= 31; first++) {
            Monthly window = new Monthly(first, 0, days.size());
            int matching =
                    (int) days.stream().filter(day -> liesIn(day, window)).count();
            if (matching > best.matching()) {
                best = new Monthly(first, matching, days.size());
            }
        }
        return best;
    }

    private static boolean liesIn(LocalDate day, Monthly window) {
        return Math.floorMod(day.getDayOfMonth() - window.firstDay(), 31) < WINDOW_DAYS;
    }

    private static Weekly bestWeekday(Set<LocalDate> days) {
        List<Weekly> each = Arrays.stream(DayOfWeek.values())
                .map(weekday -> new Weekly(
                        weekday,
                        (int) days.stream()
                                .filter(day -> day.getDayOfWeek() == weekday)
                                .count(),
                        days.size()))
                .toList();
        return each.stream()
                .max(Comparator.comparingInt(Weekly::matching).thenComparing(Weekly::day, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static String ordinal(int day) {
        int last = day % 10;
        boolean isTeen = day >= 11 && day <= 13;
        String ending = isTeen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
        return day + ending;
    }
}
