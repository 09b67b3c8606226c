package org.quittance.core.ledger;

/** Why a posting changed an item's open amount. */
public enum PostingKind {
    /** One side of a tie between a credit and a debit. */
    ALLOCATION("Allocation"),
    /** Takes back an earlier posting in full. */
    REVERSAL("Reversal"),
    /** A correction by a person, with a reason. */
    ADJUSTMENT("Adjustment"),
    /** The ERP's full extract no longer shows the item, or shows less of it. */
    CLEARED_IN_ERP("Cleared in the ERP"),
    /** Given up with a signature. */
    WRITE_OFF("Write-off"),
    /** A payment leaves the account to which it had been assigned by mistake. */
    TAKEN_BACK("Payment taken back"),
    /** A credit leaves for another account of the same legal entity, where it is entered anew. */
    TRANSFER("Transferred"),
    /** A credit that is paid back to whoever paid it. */
    REFUND("Refunded");

    private final String label;

    PostingKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
