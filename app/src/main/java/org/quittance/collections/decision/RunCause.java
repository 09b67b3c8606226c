package org.quittance.collections.decision;

import java.util.Arrays;

/** Why all accounts are decided by day, as the audit trail names it. Of each cause one run does for all that has come until it starts. */
public enum RunCause {
    IMPORT(0, "import"),
    /** Another strategy, or another share of one, holds from today on. */
    STRATEGIES(1, "strategies");

    private final long id;
    private final String actor;

    RunCause(long id, String actor) {
        this.id = id;
        this.actor = actor;
    }

    /** By which the table of jobs knows it. */
    public long id() {
        return id;
    }

    public String actor() {
        return actor;
    }

    public static RunCause of(long id) {
        return Arrays.stream(values())
                .filter(cause -> cause.id == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cause of a run has the number " + id));
    }
}
