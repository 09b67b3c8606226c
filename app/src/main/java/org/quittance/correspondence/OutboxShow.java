package org.quittance.correspondence;

/** Which messages of the outbox are listed. */
public enum OutboxShow {
    EVERYTHING("Everything"),
    /** Still to leave. */
    WAITING("Waiting"),
    /** Refused by the contact gate, or failed. */
    NOT_SENT("Not sent"),
    /** The same, of what the viewer has written. */
    MINE_NOT_SENT("Not sent, of mine");

    private final String label;

    OutboxShow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
