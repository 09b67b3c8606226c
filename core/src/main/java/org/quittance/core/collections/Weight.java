package org.quittance.core.collections;

/**
 * How much one fact adds to a priority.
 *
 * @param points for one unit of the fact
 * @param most the ceiling, whatever the fact
 */
public record Weight(int points, int most) {

    public Weight {
        if (points < 0 || most < 0) {
            throw new IllegalArgumentException("A weight of %d, at most %d".formatted(points, most));
        }
    }

    /** Points for so many units, rounded to whole points. */
    int of(double units) {
        return Math.clamp(Math.round(points * units), 0, most);
    }
}
