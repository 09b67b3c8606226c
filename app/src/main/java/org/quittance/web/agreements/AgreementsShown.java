package org.quittance.web.agreements;

/** Which of a list of agreements are asked for. */
public enum AgreementsShown {
    ALL("All"),
    TO_APPROVE("Wait for your approval"),
    TO_SEND("Approved, not sent yet");

    private final String label;

    AgreementsShown(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
