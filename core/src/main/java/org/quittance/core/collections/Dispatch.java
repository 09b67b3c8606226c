package org.quittance.core.collections;

/** How the letter of a step travels. */
public enum Dispatch {
    /** By e-mail; on paper where no e-mail reaches the customer or the customer prefers paper. */
    CUSTOMARY("As the customer is reached"),
    /** On paper, whatever the customer prefers. */
    POST("On paper, by post"),
    /** On paper, as a letter whose delivery the carrier records. */
    REGISTERED("On paper, by registered post");

    private final String label;

    Dispatch(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOnPaper() {
        return this != CUSTOMARY;
    }
}
