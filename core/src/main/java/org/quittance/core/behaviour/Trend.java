package org.quittance.core.behaviour;

import java.util.List;

/**
 * Whether the money comes later or earlier than a quarter ago: the median of the last three months with payments against that of the three
 * before.
 */
public enum Trend {
    /** There are not six months with payments. */
    UNKNOWN("Too little known"),
    EARLIER("Pays earlier"),
    STEADY("Steady"),
    LATER("Pays later");

    private static final int MONTHS = 3;
    private static final int LEAST_DAYS = 5;

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Trend of(List<PaidMonth> months) {
        int size = months.size();
        if (size < 2 * MONTHS) {
            return UNKNOWN;
        }
        int[] days = months.stream().mapToInt(PaidMonth::daysBeyondTerms).toArray();
        double before = ChangePoint.median(days, size - 2 * MONTHS, size - MONTHS);
        double now = ChangePoint.median(days, size - MONTHS, size);
        if (Math.abs(now - before) < LEAST_DAYS) {
            return STEADY;
        }
        return now > before ? LATER : EARLIER;
    }
}
