package org.quittance.core.collections;

import java.util.Comparator;
import java.util.List;

/**
 * How late the customer has paid of late: the days late of the last settled items, weighted by amount.
 *
 * <p>100.00 paid 30 days late and 300.00 paid 10 days late make 15 days. Negative is early.
 *
 * @param items how many settled items it rests on; with none, the days are zero and say nothing
 * @param daysLate weighted, rounded to whole days, halves away from early
 * @param lateness how many days late each of them was, the last settled first; empty where only the sum is known
 */
public record PayingHabit(int items, int daysLate, List<Integer> lateness) {

    /** The habit of a customer who has settled nothing yet. */
    public static final PayingHabit UNKNOWN = new PayingHabit(0, 0, List.of());

    public PayingHabit {
        lateness = List.copyOf(lateness);
        if (items < 0 || (items == 0 && daysLate != 0)) {
            throw new IllegalArgumentException("%d days late over %d items".formatted(daysLate, items));
        }
    }

    /** A habit of which only the sum is known. */
    public PayingHabit(int items, int daysLate) {
        this(items, daysLate, List.of());
    }

    /** The habit that the last so many settled items show; amounts of several currencies are weighed by the yardstick. */
    public static PayingHabit of(List<SettledItem> settled, int lastItems, Yardstick yardstick) {
        List<SettledItem> last = settled.stream()
                .sorted(Comparator.comparing(SettledItem::settledOn)
                        .reversed()
                        .thenComparingLong(item -> item.id().value()))
                .limit(lastItems)
                .toList();
        double weight = 0;
        double weightedDays = 0;
        for (SettledItem item : last) {
            double share = yardstick.share(item.original().abs());
            weight += share;
            weightedDays += share * item.daysLate();
        }
        return weight == 0
                ? UNKNOWN
                : new PayingHabit(
                        last.size(),
                        (int) Math.round(weightedDays / weight),
                        last.stream()
                                .map(item -> Math.toIntExact(item.daysLate()))
                                .toList());
    }

    public boolean isKnown() {
        return items > 0;
    }
}
