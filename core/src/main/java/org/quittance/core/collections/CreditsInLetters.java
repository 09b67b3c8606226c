package org.quittance.core.collections;

/**
 * What messages do with what lies to an account's credit: credit notes, money on account and the like, as far as they are open. Nothing of it
 * is posted.
 */
public enum CreditsInLetters {
    LEFT_OUT("left out: what is asked for is asked for in full", "are left out"),
    LISTED(
            "listed below what is asked for, and not taken off; a payment less them is understood",
            "are listed and not taken off"),
    NETTED(
            "taken off: they pay what they are meant for, then what fell due first, and nothing is asked for that they cover",
            "are taken off what is asked for");

    private final String label;
    private final String inShort;

    CreditsInLetters(String label, String inShort) {
        this.label = label;
        this.inShort = inShort;
    }

    /** What the choice means, to be read after "Credits are". */
    public String label() {
        return label;
    }

    /** To be read after "Credits". */
    public String inShort() {
        return inShort;
    }
}
