package org.quittance.core.behaviour;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The month since when a customer pays distinctly later, or earlier, than before: "was 12 days late, now 31 since June".
 *
 * <p>The months are split wherever at least {@value #LEAST_MONTHS_EACH_SIDE} lie on both sides, and each side is described by its median.
 * The best split is that with the least sum of distances to the medians. It is a change only where the medians lie at least
 * {@value #LEAST_DAYS} days apart and that sum is at most {@value #MOST_OF_SPREAD_PERCENT} % of what it is without a split: mere scatter halves
 * it seldom, one late month cannot move a median. Months without a payment are left out.
 *
 * @param since the first month of the later side
 * @param before median days beyond terms until then
 * @param now median since
 */
public record ChangePoint(YearMonth since, int before, int now) {

    static final int LEAST_MONTHS_EACH_SIDE = 3;
    static final int LEAST_DAYS = 7;
    static final int MOST_OF_SPREAD_PERCENT = 55;

    /** The one change that describes the months best; none where nothing changed or too little is known. */
    public static Optional<ChangePoint> in(List<PaidMonth> months) {
        int[] days = months.stream().mapToInt(PaidMonth::daysBeyondTerms).toArray();
        double whole = spread(days, 0, days.length);
        double least = Double.MAX_VALUE;
        int at = -1;
        for (int split = LEAST_MONTHS_EACH_SIDE; split <= days.length - LEAST_MONTHS_EACH_SIDE; split++) {
            double spread = spread(days, 0, split) + spread(days, split, days.length);
            if (spread < least) {
                least = spread;
                at = split;
            }
        }
        if (at < 0) {
            return Optional.empty();
        }
        int before = (int) Math.round(median(days, 0, at));
        int now = (int) Math.round(median(days, at, days.length));
        boolean isDistinct = Math.abs(now - before) >= LEAST_DAYS && least * 100 <= whole * MOST_OF_SPREAD_PERCENT;
        return isDistinct ? Optional.of(new ChangePoint(months.get(at).month(), before, now)) : Optional.empty();
    }

    public boolean isForTheWorse() {
        return now > before;
    }

    private static double spread(int[] days, int from, int to) {
        double median = median(days, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(days[i] - median);
        }
        return sum;
    }

    static double median(int[] days, int from, int to) {
        if (from == to) {
            return 0;
        }
        List<Integer> sorted = new ArrayList<>();
        for (int i = from; i < to; i++) {
            sorted.add(days[i]);
        }
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
