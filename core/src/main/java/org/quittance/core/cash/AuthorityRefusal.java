package org.quittance.core.cash;

/** Why somebody may not approve. The constants stand in the order in which they are checked. */
public enum AuthorityRefusal {
    OWN_REQUEST("You asked for this yourself. Somebody else decides about it."),
    APPLIES_CASH("Whoever applies cash approves no refund, transfer or write-off. Ask the credit manager."),
    HANDLED_THIS_PAYMENT(
            "You have applied, divided or accepted this very payment. Somebody who had no hand in it decides."),
    ABOVE_LIMIT("The amount is above what your roles may approve. Ask the credit manager.");

    private final String sentence;

    AuthorityRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
