package org.quittance.core.behaviour;

import java.util.List;

/**
 * Whether the money comes later or earlier than a quarter ago: the median of the last three months with payments against that of the three
 * before.
 *
 * <p>It says nothing of a change that is older than that: who has paid later for a year, and no later still, is steady. That is what {@link
 * ChangePoint} tells.
 */
public enum Trend {
    /** There are not six months with payments. */
    UNKNOWN("Too little known"),
    EARLIER("Earlier lately"),
    STEADY("Steady lately"),
    LATER("Later lately");

    private static final int LEAST_DAYS = 5;

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Trend of(List<PaidMonth> months) {
        return LatestMonths.of(months).map(LatestMonths::trend).orElse(UNKNOWN);
    }

    static Trend between(double before, double now) {
        if (Math.abs(now - before) < LEAST_DAYS) {
            return STEADY;
        }
        return now > before ? LATER : EARLIER;
    }
}
