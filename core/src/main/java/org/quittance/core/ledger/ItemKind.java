package org.quittance.core.ledger;

/** What an item is. The sign of its original amount follows from it: debits are positive, credits negative. */
public enum ItemKind {
    INVOICE("Invoice", Side.DEBIT),
    DEBIT_NOTE("Debit note", Side.DEBIT),
    /** Interest, a fee or a compensation charged for late payment. */
    CHARGE("Charge", Side.DEBIT),
    CREDIT_NOTE("Credit note", Side.CREDIT),
    /** Money received: on-account cash as long as it has an open amount. */
    PAYMENT("Payment", Side.CREDIT),
    /** A journal entry of either side that the ERP keeps as an open item of its own. */
    JOURNAL("Journal", Side.EITHER);

    /** Which way an item of the kind may stand. */
    public enum Side {
        DEBIT,
        CREDIT,
        EITHER;

        /** Whether a signed amount stands on this side; zero stands on none. */
        public boolean takes(long minor) {
            return switch (this) {
                case DEBIT -> minor > 0;
                case CREDIT -> minor < 0;
                case EITHER -> minor != 0;
            };
        }
    }

    private final String label;
    private final Side side;

    ItemKind(String label, Side side) {
        this.label = label;
        this.side = side;
    }

    public String label() {
        return label;
    }

    public Side side() {
        return side;
    }

    /** Whether it is a document that was sent to the customer, so that there can be a copy of it. */
    public boolean isDocument() {
        return switch (this) {
            case INVOICE, DEBIT_NOTE, CHARGE, CREDIT_NOTE -> true;
            case PAYMENT, JOURNAL -> false;
        };
    }
}
