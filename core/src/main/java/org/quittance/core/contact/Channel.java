package org.quittance.core.contact;

/** How a customer is contacted. */
public enum Channel {
    CALL("Call"),
    /** An e-mail. */
    MESSAGE("Message"),
    /** Counted among what is written; it rings like a call, and so keeps the hours whoever sends it. */
    TEXT_MESSAGE("Text message"),
    /** On paper. Counted among what is written; the carrier decides when it arrives, so that it keeps neither hours nor days. */
    LETTER("Letter");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isWritten() {
        return this != CALL;
    }
}
