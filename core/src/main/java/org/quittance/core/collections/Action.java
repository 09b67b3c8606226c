package org.quittance.core.collections;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something to do about an account. */
public enum Action {
    REMINDER_BEFORE_DUE("Reminder before due", Reach.WRITTEN),
    NOTICE_1("Notice 1", Reach.WRITTEN),
    NOTICE_2("Notice 2", Reach.WRITTEN),
    /** The final notice. */
    NOTICE_3("Notice 3 (final)", Reach.WRITTEN),
    /** A few words to a mobile telephone. */
    TEXT_MESSAGE("Text message", Reach.WRITTEN),
    CALL("Call", Reach.SPOKEN),
    /** Claim interest and compensation for late payment; a person looks at the claim before it goes. */
    INTEREST_NOTICE("Interest notice", Reach.WRITTEN),
    /** Put into the portal in which the customer takes its suppliers' papers; a person does it there and notes it here. */
    PORTAL_NOTICE("Portal notice", Reach.WRITTEN),
    VISIT("Visit", Reach.IN_PERSON),
    /** Take the debt to a manager, to sales, to an agency: by which path, a person decides. */
    ESCALATE("Escalate", Reach.INTERNAL),
    RECOMMEND_SUSPENSION("Recommend suspension", EscalationPath.SERVICE_SUSPENSION),
    RECOMMEND_HOLD("Recommend a hold", EscalationPath.CREDIT_HOLD),
    RECOMMEND_AGENCY("Recommend an agency", EscalationPath.OUTSIDE_AGENCY),
    RECOMMEND_LEGAL("Recommend legal action", EscalationPath.LEGAL),
    /** Apply the credits on account first; they cover what would be chased. */
    CLEAR_CASH("Apply cash on account", Reach.INTERNAL),
    /** A contact is due but the customer is not to be contacted: a person decides. */
    REVIEW("Review: do not contact", Reach.INTERNAL),
    /** The customer has written something that nobody has read: whatever else would be due waits for it. */
    READ_ANSWER("Read the answer", Reach.INTERNAL);

    /** How an action reaches the customer, if it does. */
    public enum Reach {
        WRITTEN,
        SPOKEN,
        IN_PERSON,
        INTERNAL
    }

    private final String label;
    private final Reach reach;
    private final @Nullable EscalationPath path;

    Action(String label, Reach reach) {
        this.label = label;
        this.reach = reach;
        this.path = null;
    }

    Action(String label, EscalationPath path) {
        this.label = label;
        this.reach = Reach.INTERNAL;
        this.path = path;
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
            case REMINDER_BEFORE_DUE,
                    NOTICE_1,
                    NOTICE_2,
                    NOTICE_3,
                    TEXT_MESSAGE,
                    CALL,
                    INTEREST_NOTICE,
                    PORTAL_NOTICE,
                    VISIT,
                    ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL -> true;
            case CLEAR_CASH, REVIEW, READ_ANSWER -> false;
        };
    }

    /** Whether it is one of the messages about open items, of which a customer gets one for all, and which the night may send. */
    public boolean isMessage() {
        return switch (this) {
            case REMINDER_BEFORE_DUE, NOTICE_1, NOTICE_2, NOTICE_3, TEXT_MESSAGE -> true;
            case CALL,
                    INTEREST_NOTICE,
                    PORTAL_NOTICE,
                    VISIT,
                    ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER -> false;
        };
    }

    /** Whether it is a letter, of which none may be milder than one before it. */
    public boolean isLetter() {
        return isMessage() && this != TEXT_MESSAGE;
    }

    /** Whether it touches the customer, and so counts against the gap between contacts. */
    public boolean isContact() {
        return reach != Reach.INTERNAL;
    }

    /** Whether it asks somebody else for an answer or an approval. */
    public boolean isEscalation() {
        return this == ESCALATE || path != null;
    }

    /** By which path it escalates; none where a person chooses one, or nothing is escalated. */
    public Optional<EscalationPath> path() {
        return Optional.ofNullable(path);
    }

    /** Whether an escalation by a path is what this action asks for. */
    public boolean isTakenBy(EscalationPath chosen) {
        return this == ESCALATE || path == chosen;
    }
}
