package org.quittance.core.behaviour;

import java.util.List;

/**
 * What kind of payer the months of a year show.
 *
 * <p>A month is late where its money came more than {@value #TOLERATED_DAYS} days beyond terms, by the weighted mean. Fewer than
 * {@value #LEAST_MONTHS} months with payments say nothing.
 */
public enum Lateness {
    TOO_LITTLE_KNOWN("Too little known"),
    /** At most one month of four is late. */
    ON_TIME("Pays on time"),
    SOMETIMES_LATE("Sometimes late"),
    /** At least three months of four are late: to be flagged for escalation. */
    ROUTINELY_LATE("Routinely late");

    static final int LEAST_MONTHS = 4;
    static final int TOLERATED_DAYS = 5;

    private final String label;

    Lateness(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Lateness of(List<PaidMonth> months) {
        if (months.size() < LEAST_MONTHS) {
            return TOO_LITTLE_KNOWN;
        }
        long late = months.stream()
                .filter(month -> month.daysBeyondTerms() > TOLERATED_DAYS)
                .count();
        if (late * 4 >= months.size() * 3L) {
            return ROUTINELY_LATE;
        }
        return late * 4 <= months.size() ? ON_TIME : SOMETIMES_LATE;
    }
}
