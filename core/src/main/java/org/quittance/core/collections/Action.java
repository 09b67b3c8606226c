package org.quittance.core.collections;

/** Something to do about an account. */
public enum Action {
    REMINDER_BEFORE_DUE("Reminder before due", Reach.WRITTEN),
    NOTICE_1("Notice 1", Reach.WRITTEN),
    NOTICE_2("Notice 2", Reach.WRITTEN),
    /** The final notice. */
    NOTICE_3("Notice 3 (final)", Reach.WRITTEN),
    CALL("Call", Reach.SPOKEN),
    /** Take the debt to a manager, to sales, to an agency. */
    ESCALATE("Escalate", Reach.INTERNAL),
    /** Apply the credits on account first; they cover what would be chased. */
    CLEAR_CASH("Apply cash on account", Reach.INTERNAL),
    /** A contact is due but the customer is not to be contacted: a person decides. */
    REVIEW("Review: do not contact", Reach.INTERNAL);

    /** How an action reaches the customer, if it does. */
    public enum Reach {
        WRITTEN,
        SPOKEN,
        INTERNAL
    }

    private final String label;
    private final Reach reach;

    Action(String label, Reach reach) {
        this.label = label;
        this.reach = reach;
    }

    public String label() {
        return label;
    }

    public Reach reach() {
        return reach;
    }

    /** Whether a strategy may have it as a step; the others follow from the account's standing. */
    public boolean isStep() {
        return switch (this) {
            case REMINDER_BEFORE_DUE, NOTICE_1, NOTICE_2, NOTICE_3, CALL, ESCALATE -> true;
            case CLEAR_CASH, REVIEW -> false;
        };
    }

    /** Whether it touches the customer, and so counts against the gap between contacts. */
    public boolean isContact() {
        return reach != Reach.INTERNAL;
    }
}
