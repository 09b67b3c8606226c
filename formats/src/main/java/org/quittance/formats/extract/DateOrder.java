package org.quittance.formats.extract;

/** In which order a date such as 03/04/2026 gives day, month and year. Dates that begin with a four-digit year need no order. */
public enum DateOrder {
    DMY("day, month, year"),
    MDY("month, day, year"),
    YMD("year, month, day");

    private final String label;

    DateOrder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
