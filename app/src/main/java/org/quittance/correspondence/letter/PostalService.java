package org.quittance.correspondence.letter;

/** As what a carrier takes a letter. */
public enum PostalService {
    ORDINARY("Letter"),
    /** Its delivery is recorded. The letter says so above its address. */
    REGISTERED("Registered letter");

    private final String label;

    PostalService(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
