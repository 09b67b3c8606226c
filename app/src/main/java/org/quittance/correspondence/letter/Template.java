package org.quittance.correspondence.letter;

import java.time.LocalDate;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;

/** What a letter is for. Its name is also the first half of its keys in the files of texts. */
public enum Template {
    /** A friendly word before anything is overdue. */
    REMINDER("Reminder before due date", Scope.NOT_YET_DUE),
    /** First notice: friendly. It may simply have been forgotten. */
    NOTICE_1("First notice", Scope.OVERDUE),
    /** Second notice: firm. A date, and what we are entitled to. */
    NOTICE_2("Second notice", Scope.OVERDUE),
    /** Third notice: final. What happens when the date passes. */
    NOTICE_3("Final notice", Scope.OVERDUE),
    /** Everything that is open, debits and credits, to be compared with the customer's own books. */
    STATEMENT("Statement of account", Scope.EVERYTHING),
    /** What a payment that lies on account is for. */
    PAYMENT_QUESTION("Question about a payment", Scope.EVERYTHING);

    /** Which debits a letter may list. Open credits may stand beside them in every letter. */
    enum Scope {
        NOT_YET_DUE,
        OVERDUE,
        EVERYTHING;

        boolean takes(long daysPastDue) {
            return switch (this) {
                case NOT_YET_DUE -> daysPastDue <= 0;
                case OVERDUE -> daysPastDue > 0;
                case EVERYTHING -> true;
            };
        }
    }

    private final String label;
    private final Scope scope;

    Template(String label, Scope scope) {
        this.label = label;
        this.scope = scope;
    }

    public String label() {
        return label;
    }

    /** Whether the letter must name the day by which it wants to be paid. */
    public boolean namesPayBy() {
        return scope == Scope.OVERDUE;
    }

    /** Whether the letter asks for money, so that its total must be owed to us. */
    boolean asksForMoney() {
        return scope != Scope.EVERYTHING;
    }

    /** Whether an open item may stand in the letter of a day. */
    boolean lists(OpenItem item, LocalDate date) {
        return switch (this) {
            case REMINDER, NOTICE_1, NOTICE_2, NOTICE_3 -> item.isDebit() && scope.takes(item.daysPastDue(date));
            case STATEMENT -> true;
            case PAYMENT_QUESTION -> item.kind() == ItemKind.PAYMENT;
        };
    }

    /** Whether what it lists may be paid under a reference of the letter's own: whoever pays a statement pays what it states. */
    boolean takesReference() {
        return asksForMoney() || this == STATEMENT;
    }

    Scope scope() {
        return scope;
    }
}
