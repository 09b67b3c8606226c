package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest step of an item on its ladder.
 *
 * @param level the level of the step on the ladder of its own version; what it means on another's, {@link Strategy#placeOf} says
 * @param under the version of the strategy that asked for it; none for what was done before there was one
 * @param letter the gravest letter that it was sent so far; none where it had none
 */
public record Dunning(
        int level,
        Action action,
        LocalDate on,
        @Nullable StrategyId under,
        @Nullable Action letter) {

    public Dunning {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(on, "on");
    }

    /** An item of whose letters nothing but this step is known. */
    public Dunning(int level, Action action, LocalDate on, @Nullable StrategyId under) {
        this(level, action, on, under, action.isLetter() ? action : null);
    }

    /**
     * What the item's dunning is after a step; a call about a broken promise does not take a final notice back. A step of another version
     * begins that version's ladder at its place.
     */
    public static Dunning after(@Nullable Dunning before, Step step, LocalDate on, @Nullable StrategyId under) {
        if (before != null && Objects.equals(before.under(), under) && before.level() > step.level()) {
            return before;
        }
        return new Dunning(
                step.level(), step.action(), on, under, graver(before == null ? null : before.letter(), step.action()));
    }

    private static @Nullable Action graver(@Nullable Action letter, Action next) {
        if (!next.isLetter()) {
            return letter;
        }
        return letter == null || next.compareTo(letter) > 0 ? next : letter;
    }
}
