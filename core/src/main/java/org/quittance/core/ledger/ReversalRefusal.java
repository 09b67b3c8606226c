package org.quittance.core.ledger;

/** Why a posting cannot be taken back. The constants stand in the order in which they are checked. */
public enum ReversalRefusal {
    UNKNOWN_POSTING("The item has no such posting"),
    IS_A_REVERSAL("A reversal cannot be reversed; post the entry anew"),
    ALREADY_REVERSED("The posting has been taken back already"),
    HALF_AN_ALLOCATION("An allocation is undone on both of its items or not at all"),
    NOT_ONE_ALLOCATION("The two postings are not the sides of one allocation"),
    BEFORE_ITS_POSTING("A reversal cannot count from an earlier day than what it reverses"),
    LEAVES_RANGE("Taking the posting back would open more than the item was for, or less than nothing");

    private final String sentence;

    ReversalRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
