package org.quittance.core.cash;

import java.util.List;

/**
 * A piece of the remittance text, or a reference beside it, that is the number of one or several items.
 *
 * @param positions in the index, ascending
 */
record Mention(Evidence.Kind kind, Weight weight, int start, int end, List<Integer> positions) {

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

    boolean isFull() {
        return weight == Weight.FULL;
    }

    /** Whether it was read from what stands around it: it may lie over others. */
    boolean isInSeries() {
        return kind == Evidence.Kind.NUMBER_IN_SERIES;
    }

    Mention among(List<Integer> kept) {
        return new Mention(kind, weight, start, end, kept);
    }

    boolean overlaps(Mention other) {
        return start < other.end && other.start < end;
    }
}
