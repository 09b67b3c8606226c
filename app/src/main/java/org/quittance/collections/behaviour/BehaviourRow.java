package org.quittance.collections.behaviour;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.core.behaviour.Lateness;
import org.quittance.core.behaviour.Trend;

/**
 * An account in the list of how all pay.
 *
 * @param workedOutOn the day of whose end it is
 * @param daysBeyond median of the last year's months; null where nothing came in that year
 * @param realTermsDays after how many days the money really comes; null likewise
 */
public record BehaviourRow(
        Payer payer,
        LocalDate workedOutOn,
        int months,
        @Nullable Integer daysBeyond,
        int termsDays,
        @Nullable Integer realTermsDays,
        Lateness lateness,
        Trend trend,
        @Nullable ChangePoint change,
        String payRun) {

    /** Whose it is. */
    public record Payer(
            long accountId,
            long customerId,
            String customerNumber,
            String customerName,
            String entityCode,
            @Nullable String collector) {}

    static @Nullable ChangePoint change(@Nullable LocalDate since, @Nullable Integer before, @Nullable Integer now) {
        return since == null || before == null || now == null
                ? null
                : new ChangePoint(YearMonth.from(since), before, now);
    }
}
