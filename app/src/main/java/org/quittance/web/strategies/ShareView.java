package org.quittance.web.strategies;

import java.util.List;
import java.util.Optional;
import org.quittance.collections.strategy.ShareChange;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.RolloutDraw;

/**
 * What another share of customers would mean, before it is given.
 *
 * @param draw who would be on which side; empty where the ledger is too large to be counted
 */
public record ShareView(StrategyKept version, ShareChange change, Optional<RolloutDraw> draw) {

    public String path() {
        return "/strategies/%s/versions/%d".formatted(version.content().code(), version.version());
    }

    public int percent() {
        return change.share().percent();
    }

    public int percentNow() {
        StrategyKept.Released released = version.released();
        return released == null ? 0 : released.latest().percent();
    }

    public boolean isMore() {
        return percent() > percentNow();
    }

    /** Who comes or goes first, then who stays as they are. */
    public List<DrawLine> lines() {
        return draw.map(drawn -> DrawLine.of(
                        isMore()
                                ? new DrawLine("Come to it now", drawn.added())
                                : new DrawLine("Lose it now", drawn.removed()),
                        new DrawLine(isMore() ? "Have it then, in all" : "Keep it", drawn.with()),
                        new DrawLine("Held out of it then, in all", drawn.heldOut())))
                .orElseGet(List::of);
    }
}
