package org.quittance.core.collections;

/** What a step asks about promises that failed and are neither paid nor promised anew. */
public enum BrokenPromise {
    /** Nothing. */
    EITHER("Broken promise or not"),
    /** It is for accounts on which one stands. */
    STANDS("Only where a promise is broken"),
    /** It is for accounts on which none does. */
    NONE("Only where no promise is broken");

    private final String label;

    BrokenPromise(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
