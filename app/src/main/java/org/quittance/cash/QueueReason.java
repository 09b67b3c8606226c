package org.quittance.cash;

/** Why a payment needs a person. */
public enum QueueReason {
    PROPOSAL("Proposal"),
    PAYER_UNKNOWN("Payer unknown"),
    TAKEN_BACK("Taken back"),
    ON_ACCOUNT("On account"),
    NOT_DECIDED("Not decided yet");

    private final String label;

    QueueReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
