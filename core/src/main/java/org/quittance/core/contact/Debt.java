package org.quittance.core.contact;

/** Whether anything is left that the customer may be asked for. */
public enum Debt {
    OWED("Something is owed"),
    PAID("Nothing is open any more"),
    PROMISED("All that is open is promised for a day that has not come"),
    DISPUTED("All that is open is disputed");

    private final String sentence;

    Debt(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
