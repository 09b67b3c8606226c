package org.quittance.core.behaviour;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.quittance.core.collections.Yardstick;

/**
 * How an account has paid in the last two years.
 *
 * <p>Example: terms of 30 days, 12 days late until May and 31 since June: {@link ChangePoint} says so, the real terms are 55 days, and with
 * nine late months of ten the payer is {@link Lateness#ROUTINELY_LATE}.
 *
 * @param months those with payments, the oldest first; at most {@value #MONTHS}
 * @param termsDays what the contract says
 */
public record PaymentBehaviour(LocalDate asOf, List<PaidMonth> months, int termsDays, PayRun payRun) {

    public static final int MONTHS = 24;
    private static final int MONTHS_OF_A_YEAR = 12;

    public PaymentBehaviour {
        months = List.copyOf(months);
    }

    /** Works it out from what came up to and including the day; amounts of several currencies are weighed by the yardstick. */
    public static PaymentBehaviour of(List<PaidPart> parts, int termsDays, LocalDate asOf, Yardstick yardstick) {
        YearMonth first = YearMonth.from(asOf).minusMonths(MONTHS - 1L);
        Map<YearMonth, List<PaidPart>> byMonth = new TreeMap<>();
        List<LocalDate> daysOfYear = new ArrayList<>();
        for (PaidPart part : parts) {
            if (part.paidOn().isAfter(asOf) || part.month().isBefore(first)) {
                continue;
            }
            byMonth.computeIfAbsent(part.month(), _ -> new ArrayList<>()).add(part);
            if (part.paidOn().isAfter(asOf.minusYears(1))) {
                daysOfYear.add(part.paidOn());
            }
        }
        List<PaidMonth> months = byMonth.entrySet().stream()
                .map(month -> new PaidMonth(
                        month.getKey(),
                        month.getValue().size(),
                        weighted(month.getValue(), PaidPart::daysBeyondTerms, yardstick),
                        weighted(month.getValue(), PaidPart::daysToPay, yardstick)))
                .toList();
        return new PaymentBehaviour(asOf, months, termsDays, PayRun.of(daysOfYear));
    }

    public Optional<ChangePoint> change() {
        return ChangePoint.in(months);
    }

    public Trend trend() {
        return Trend.of(months);
    }

    /** What the trend rests on; none where too little is known for one. */
    public Optional<LatestMonths> latestMonths() {
        return LatestMonths.of(months);
    }

    /** By the last twelve months. */
    public Lateness lateness() {
        return Lateness.of(lastYear());
    }

    /** Median of the last twelve months' days beyond terms; none without payments. */
    public OptionalInt daysBeyondTerms() {
        return median(lastYear().stream().mapToInt(PaidMonth::daysBeyondTerms).toArray());
    }

    /** After how many days the customer really pays: the median of the last twelve months. */
    public OptionalInt realTermsDays() {
        return median(lastYear().stream().mapToInt(PaidMonth::daysToPay).toArray());
    }

    private List<PaidMonth> lastYear() {
        YearMonth first = YearMonth.from(asOf).minusMonths(MONTHS_OF_A_YEAR - 1L);
        return months.stream()
                .filter(month -> !month.month().isBefore(first))
                .sorted(Comparator.comparing(PaidMonth::month))
                .toList();
    }

    private static OptionalInt median(int[] days) {
        return days.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(ChangePoint.median(days, 0, days.length)));
    }

    private static int weighted(List<PaidPart> parts, ToLongFunction<PaidPart> days, Yardstick yardstick) {
        double weight = 0;
        double weightedDays = 0;
        for (PaidPart part : parts) {
            double share = yardstick.share(part.amount());
            weight += share;
            weightedDays += share * days.applyAsLong(part);
        }
        return (int) Math.round(weightedDays / weight);
    }
}
