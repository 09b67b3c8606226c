package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The strategy that an account follows, and why this one.
 *
 * @param heldOutOf the version that would have been chosen if the customer's lot had not fallen otherwise; none where there is no such
 * @param facts what of the account made it fit, in a few words each
 */
public record StrategyChoice(
        StrategyVersion version, Because because, @Nullable StrategyVersion heldOutOf, List<String> facts) {

    /** Why a strategy was chosen. */
    public enum Because {
        /** The first in the order whose audience the account belongs to. */
        FIRST_THAT_FITS,
        /** None before the last is for the account. */
        NO_OTHER_FITS,
        /** It is under way with this version, and the one that it would get leaves such accounts alone. */
        FINISHES_WHAT_IT_BEGAN
    }

    public StrategyChoice {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(because, "because");
        facts = List.copyOf(facts);
    }

    /** The reason in one English sentence. */
    public String sentence() {
        String why = reason();
        return heldOutOf == null ? why : why + ". Held out of " + heldOutOf.title() + ", to compare what comes of it";
    }

    private String reason() {
        return switch (because) {
            case FIRST_THAT_FITS ->
                "The first strategy that is for this account"
                        + (facts.isEmpty() ? "" : ": " + String.join(", ", facts));
            case NO_OTHER_FITS -> "No other strategy is for this account";
            case FINISHES_WHAT_IT_BEGAN -> "Stays until its open items are settled: it has begun with this version";
        };
    }
}
