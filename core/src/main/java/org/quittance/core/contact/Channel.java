package org.quittance.core.contact;

/** How a customer is contacted. */
public enum Channel {
    CALL("Call"),
    /** E-mail and letter: whatever is written. */
    MESSAGE("Message");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
