package org.quittance.core.collections;

/**
 * What each fact is worth when accounts are put in order. All are visible to the people whose work they order.
 *
 * @param amountAtRisk per reference amount of the yardstick, on a logarithmic scale: tenfold the amount is not tenfold the points
 * @param oldest per ten days that the oldest item is overdue
 * @param brokenPromises per promise that failed and is still unpaid
 * @param payingHabit per ten days that the customer pays late as a habit
 * @param limitUse per tenth of the credit limit in use beyond four fifths of it
 * @param rollingOver per reference amount about to enter the next ageing band, on the same logarithmic scale
 * @param monthEnd for overdue debt in the last days of a month; the points, not scaled
 */
public record PriorityWeights(
        Weight amountAtRisk,
        Weight oldest,
        Weight brokenPromises,
        Weight payingHabit,
        Weight limitUse,
        Weight rollingOver,
        Weight monthEnd) {

    public static PriorityWeights standard() {
        return new PriorityWeights(
                new Weight(30, 60),
                new Weight(4, 36),
                new Weight(15, 30),
                new Weight(3, 15),
                new Weight(5, 20),
                new Weight(10, 20),
                new Weight(8, 8));
    }
}
