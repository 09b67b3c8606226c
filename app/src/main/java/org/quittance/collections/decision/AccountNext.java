package org.quittance.collections.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Priority;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.StrategyChoice;

/**
 * Where an account stands at this moment and what is next.
 *
 * <p>The standing's items say of each open debit what of it is promised or disputed and which step it was sent last.
 *
 * @param strategy the one that it follows, and why
 * @param snoozedUntil the day on which it comes back to the worklist; null where it was not put off
 */
public record AccountNext(
        Standing standing,
        StrategyChoice strategy,
        NextAction next,
        Priority priority,
        @Nullable LocalDate snoozedUntil) {

    public long accountId() {
        return standing.account().value();
    }
}
