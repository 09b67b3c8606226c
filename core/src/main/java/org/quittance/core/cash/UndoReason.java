package org.quittance.core.cash;

/**
 * Why a person takes an application back.
 *
 * <p>The reason decides whether it counts against the matcher: money that a bank called back, or that the payer wants used otherwise, had
 * been applied rightly.
 */
public enum UndoReason {
    WRONG_ITEM("It pays other items", Blame.MATCH),
    WRONG_CUSTOMER("It is somebody else's money", Blame.MATCH),
    WRONG_AMOUNT("The amounts are divided otherwise", Blame.MATCH),
    PAYER_ASKED("The payer wants it used otherwise", Blame.NOBODY),
    RETURNED_BY_BANK("The bank took the money back", Blame.NOBODY);

    private enum Blame {
        MATCH,
        NOBODY
    }

    private final String label;
    private final Blame blame;

    UndoReason(String label, Blame blame) {
        this.label = label;
        this.blame = blame;
    }

    public String label() {
        return label;
    }

    /** Whether the match that it takes back was false. */
    public boolean saysThatTheMatchWasFalse() {
        return blame == Blame.MATCH;
    }
}
