package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The highest step that an item was sent, and the last day on which it was.
 *
 * @param level the level of the step; it outlives a change of strategy, as the step's id need not
 * @param under the version of the strategy that asked for it; none for what was done before there was one
 */
public record Dunning(
        int level, Action action, LocalDate on, @Nullable StrategyId under) {

    public Dunning {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(on, "on");
    }

    /** What the item's dunning is after a step; a call about a broken promise does not take a final notice back. */
    public static Dunning after(@Nullable Dunning before, Step step, LocalDate on, @Nullable StrategyId under) {
        return before != null && before.level() > step.level()
                ? before
                : new Dunning(step.level(), step.action(), on, under);
    }
}
