package org.quittance.core.cash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the remittance text, or a reference beside it, that is the number of one or several items.
 *
 * @param positions in the index, ascending
 * @param letter whose reference it is, where the number is that of a letter: each item still open has a mention of its own, and one without
 *     positions says that none is; null where it is an item's number
 */
record Mention(
        Evidence.Kind kind,
        Weight weight,
        int start,
        int end,
        List<Integer> positions,
        @Nullable QuotedLetter letter) {

    /** How much a number alone can carry. */
    enum Weight {
        /** Long enough to name an item by itself. */
        FULL,
        /** Short, or also readable as a day: names an item only where the amount says the same. */
        FAINT
    }

    Mention {
        positions = List.copyOf(positions);
    }

    /** The number of an item. */
    Mention(Evidence.Kind kind, Weight weight, int start, int end, List<Integer> positions) {
        this(kind, weight, start, end, positions, null);
    }

    boolean isFull() {
        return weight == Weight.FULL;
    }

    /** Whether one piece of text stands for several items, each with a mention of its own: these lie over one another. */
    boolean mayLieOverOthers() {
        return kind == Evidence.Kind.NUMBER_IN_SERIES || isOfLetter();
    }

    boolean isOfLetter() {
        return letter != null;
    }

    Mention among(List<Integer> kept) {
        return new Mention(kind, weight, start, end, kept, letter);
    }

    boolean overlaps(Mention other) {
        return start < other.end && other.start < end;
    }
}
