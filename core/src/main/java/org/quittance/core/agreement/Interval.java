package org.quittance.core.agreement;

import java.time.LocalDate;

/** How far instalments lie apart. Months are counted from the first day, so that the 31st comes back after a shorter month. */
public enum Interval {
    WEEKLY("Every week"),
    FORTNIGHTLY("Every two weeks"),
    MONTHLY("Every month");

    private final String label;

    Interval(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The day so many intervals after the first. */
    LocalDate after(LocalDate first, int times) {
        return switch (this) {
            case WEEKLY -> first.plusWeeks(times);
            case FORTNIGHTLY -> first.plusWeeks(2L * times);
            case MONTHLY -> first.plusMonths(times);
        };
    }
}
