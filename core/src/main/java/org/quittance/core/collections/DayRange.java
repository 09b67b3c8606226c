package org.quittance.core.collections;

import org.jspecify.annotations.Nullable;

/**
 * From a number of days to another, both included; either end may be open. Days before an event are negative.
 *
 * <p>An empty range, from 30 to 10, is a mistake that {@link Strategies#problems} names; it holds nothing.
 */
public record DayRange(@Nullable Integer from, @Nullable Integer to) {

    public static final DayRange ANY = new DayRange(null, null);

    public static DayRange from(int days) {
        return new DayRange(days, null);
    }

    public static DayRange between(int from, int to) {
        return new DayRange(from, to);
    }

    public boolean isAny() {
        return from == null && to == null;
    }

    public boolean holds(long days) {
        return (from == null || days >= from) && (to == null || days <= to);
    }

    boolean isEmpty() {
        return from != null && to != null && to < from;
    }
}
