package org.quittance.core.ledger;

/** How a customer wants to get letters. */
public enum LetterWay {
    /** By e-mail; on paper where no e-mail reaches anybody there. */
    E_MAIL("By e-mail, on paper where none reaches them"),
    /** On paper, also where an e-mail would reach them. */
    POST("On paper, by post");

    private final String label;

    LetterWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
