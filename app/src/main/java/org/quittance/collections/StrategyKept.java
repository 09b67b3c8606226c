package org.quittance.collections;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Strategy;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.StrategyVersion;

/**
 * A version of a strategy as it was written down, with what became of it.
 *
 * @param savedBy who wrote it
 * @param released when it went live; none while it is a draft
 * @param ended from when on it was taken out of the order; none while it was not
 */
public record StrategyKept(
        StrategyId id,
        int version,
        StrategyContent content,
        String savedBy,
        Instant savedAt,
        @Nullable Released released,
        @Nullable Ended ended) {

    /** That it went live. */
    public record Released(LocalDate from, RunningAccounts running, String by, Instant at) {}

    /** That the strategy was taken out of the order. */
    public record Ended(LocalDate on, String reason, String by, Instant at) {}

    public boolean isDraft() {
        return released == null;
    }

    boolean hasEndedOn(LocalDate day) {
        return ended != null && !ended.on().isAfter(day);
    }

    Strategy strategy() {
        return new Strategy(content.name(), version, content.steps());
    }

    /** As accounts follow it; a draft as it would be followed. */
    StrategyVersion asVersion() {
        return new StrategyVersion(
                id, strategy(), content.audience(), released == null ? RunningAccounts.MOVE : released.running());
    }
}
