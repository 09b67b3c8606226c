package org.quittance.core.behaviour;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link Trend} rests on: how late the money came in the last three months with payments, and in the three before.
 *
 * @param before median days beyond terms of the three months before the last three
 * @param now median of the last three
 */
public record LatestMonths(Trend trend, int before, int now) {

    static final int MONTHS = 3;

    /** None where there are not six months with payments. */
    static Optional<LatestMonths> of(List<PaidMonth> months) {
        int size = months.size();
        if (size < 2 * MONTHS) {
            return Optional.empty();
        }
        int[] days = months.stream().mapToInt(PaidMonth::daysBeyondTerms).toArray();
        double before = ChangePoint.median(days, size - 2 * MONTHS, size - MONTHS);
        double now = ChangePoint.median(days, size - MONTHS, size);
        return Optional.of(
                new LatestMonths(Trend.between(before, now), (int) Math.round(before), (int) Math.round(now)));
    }
}
