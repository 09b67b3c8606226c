package org.quittance.core.collections;

import java.util.Map;

/**
 * What each fact is worth when accounts are put in order. All are visible to the people whose work they order.
 *
 * @param amountAtRisk per reference amount of the yardstick, on a logarithmic scale: tenfold the amount is not tenfold the points
 * @param oldest per ten days that the oldest item is overdue
 * @param unreadAnswer per day since the customer has written and nobody has read it, the first day with it
 * @param brokenPromises per promise that failed and is still unpaid
 * @param payingHabit per ten days that the customer pays late as a habit
 * @param lateOdds per tenth of the chance that what is overdue stays unpaid for two weeks more without us
 * @param worsening per ten days that the customer pays later than it used to
 * @param limitUse per tenth of the credit limit in use beyond four fifths of it
 * @param rollingOver per reference amount about to enter the next ageing band, on the same logarithmic scale
 * @param customerValue per reference amount billed to the customer a month, on the same logarithmic scale
 * @param monthEnd for overdue debt in the last days of a month; the points, not scaled
 */
public record PriorityWeights(
        Weight amountAtRisk,
        Weight oldest,
        Weight unreadAnswer,
        Weight brokenPromises,
        Weight payingHabit,
        Weight lateOdds,
        Weight worsening,
        Weight limitUse,
        Weight rollingOver,
        Weight customerValue,
        Weight monthEnd) {

    public static PriorityWeights standard() {
        return new PriorityWeights(
                new Weight(30, 60),
                new Weight(4, 36),
                new Weight(10, 40),
                new Weight(15, 30),
                new Weight(2, 10),
                new Weight(2, 20),
                new Weight(4, 12),
                new Weight(5, 20),
                new Weight(10, 20),
                new Weight(5, 10),
                new Weight(8, 8));
    }

    /** The weights by name; each must be there. */
    public static PriorityWeights of(Map<PriorityFactor, Weight> weights) {
        return new PriorityWeights(
                of(weights, PriorityFactor.AMOUNT_AT_RISK),
                of(weights, PriorityFactor.OLDEST),
                of(weights, PriorityFactor.UNREAD_ANSWER),
                of(weights, PriorityFactor.BROKEN_PROMISES),
                of(weights, PriorityFactor.PAYING_HABIT),
                of(weights, PriorityFactor.LATE_ODDS),
                of(weights, PriorityFactor.WORSENING),
                of(weights, PriorityFactor.LIMIT_USE),
                of(weights, PriorityFactor.ROLLING_OVER),
                of(weights, PriorityFactor.CUSTOMER_VALUE),
                of(weights, PriorityFactor.MONTH_END));
    }

    public Weight of(PriorityFactor factor) {
        return switch (factor) {
            case AMOUNT_AT_RISK -> amountAtRisk;
            case OLDEST -> oldest;
            case UNREAD_ANSWER -> unreadAnswer;
            case BROKEN_PROMISES -> brokenPromises;
            case PAYING_HABIT -> payingHabit;
            case LATE_ODDS -> lateOdds;
            case WORSENING -> worsening;
            case LIMIT_USE -> limitUse;
            case ROLLING_OVER -> rollingOver;
            case CUSTOMER_VALUE -> customerValue;
            case MONTH_END -> monthEnd;
        };
    }

    private static Weight of(Map<PriorityFactor, Weight> weights, PriorityFactor factor) {
        Weight weight = weights.get(factor);
        if (weight == null) {
            throw new IllegalArgumentException("No weight for " + factor);
        }
        return weight;
    }
}
