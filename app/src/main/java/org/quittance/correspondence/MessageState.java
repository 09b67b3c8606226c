package org.quittance.correspondence;

/** Where a message is on its way. */
public enum MessageState {
    /** Waits: for its ten seconds, for a mail server, or for the next attempt. Its reason says which. */
    QUEUED("Queued"),
    /** A worker is speaking to the mail server. */
    SENDING("Sending"),
    /** The mail server has accepted it. */
    SENT("Sent"),
    /** Called back in time by a person. */
    RECALLED("Called back"),
    /** Stopped by a gate at the moment of sending. */
    REFUSED("Not sent"),
    /** Given up; a person may check and queue it again. */
    FAILED("Failed");

    private final String label;

    MessageState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
