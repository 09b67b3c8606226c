package org.quittance.core.ledger;

/** Why a credit cannot be applied to a debit. The constants stand in the order in which they are checked. */
public enum AllocationRefusal {
    NOT_A_CREDIT("The first item is not a credit"),
    NOT_A_DEBIT("The second item is not a debit"),
    ACCOUNT_DIFFERS("The two items belong to different accounts; transfer the credit first"),
    CURRENCY_DIFFERS("The amount and the two items are not all of one currency"),
    NOT_POSITIVE("The amount to apply must be more than zero"),
    EXCEEDS_CREDIT("The amount is more than the credit has left"),
    EXCEEDS_DEBIT("The amount is more than the debit has open");

    private final String sentence;

    AllocationRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
