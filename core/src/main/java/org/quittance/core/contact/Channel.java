package org.quittance.core.contact;

/** How a customer is contacted. */
public enum Channel {
    CALL("Call"),
    /** E-mail and letter: whatever is written. */
    MESSAGE("Message"),
    /** Counted among what is written; it rings like a call, and so keeps the hours whoever sends it. */
    TEXT_MESSAGE("Text message");

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
