package org.quittance.core.contact;

import java.time.LocalTime;

/**
 * A part of every day: from the first time on, until just before the second.
 *
 * @param from such as 08:00
 * @param until such as 21:00; 23:59 is the latest that can be said
 */
public record Hours(LocalTime from, LocalTime until) {

    public Hours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Hours from %s until %s".formatted(from, until));
        }
    }

    /** {@code Hours.of("08:00", "21:00")}. */
    public static Hours of(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }

    public boolean contain(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** {@code from 08:00 to 21:00}. */
    public String sentence() {
        return "from %s to %s".formatted(from, until);
    }
}
