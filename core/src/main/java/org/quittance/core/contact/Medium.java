package org.quittance.core.contact;

/** By what a person can consent to be contacted, and withdraw it. */
public enum Medium {
    CALL("Calls", "be called"),
    E_MAIL("E-mails", "get e-mails"),
    TEXT_MESSAGE("Text messages", "get text messages");

    private final String label;
    private final String passive;

    Medium(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    public String label() {
        return label;
    }

    /** As in: they no longer want to {@code be called}. */
    String passive() {
        return passive;
    }
}
