package org.quittance.collections.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A day's work in numbers.
 *
 * @param toDo accounts that can be worked now
 * @param atStake what these ask for, per currency, by code
 * @param brokenPromises accounts with a promise that failed and is neither paid nor renegotiated, to do, waiting or snoozed
 * @param promisesDueToday promises whose day is today, kept or not
 * @param snoozed accounts with something to do that were put off
 * @param automatic accounts with items for a notice
 * @param run the run behind it; null before the first
 */
public record WorklistSummary(
        long toDo,
        List<Money> atStake,
        long brokenPromises,
        long promisesDueToday,
        long snoozed,
        long automatic,
        @Nullable Run run) {

    public WorklistSummary {
        atStake = List.copyOf(atStake);
    }

    /** When all accounts were last decided. */
    public record Run(long id, LocalDate asOf, Instant publishedAt, long accounts, long actions) {}
}
