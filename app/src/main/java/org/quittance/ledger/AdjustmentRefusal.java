package org.quittance.ledger;

/** Why a change of one item was not posted, in the order of the checks. */
public enum AdjustmentRefusal {
    NO_SUCH_ITEM("There is no such item"),
    CHANGES_NOTHING("The change is zero"),
    BEFORE_THE_ITEM("The business date lies before the item's own"),
    LEAVES_RANGE("The change would open more than the item was for, or less than nothing");

    private final String sentence;

    AdjustmentRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
