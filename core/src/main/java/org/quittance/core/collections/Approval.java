package org.quittance.core.collections;

/** Whose approval the message of a step needs before it may leave. */
public enum Approval {
    NONE("Nobody's"),
    /** A team lead's or the credit manager's. */
    LEAD("A team lead's"),
    MANAGER("The credit manager's");

    private final String label;

    Approval(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isNeeded() {
        return this != NONE;
    }
}
