package org.quittance.core.ledger;

/** Why the due date of an item is not changed, in the order of the checks. */
public enum DueDateRefusal {
    NOT_OWED("A credit has no due date that counts"),
    SETTLED("It is settled, and so no longer due"),
    CHANGES_NOTHING("It is due on that day already"),
    BEFORE_THE_DOCUMENT("That day lies before the date of the document"),
    TOO_FAR("That day is more than three years away. Check the year"),
    BEFORE_THE_LAST_CHANGE("The due date was changed on a later business date already");

    private final String sentence;

    DueDateRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
