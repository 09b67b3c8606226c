package org.quittance.respondents;

/** What somebody is asked about. */
public enum QuestionKind {
    ESCALATION("/escalations/"),
    DISPUTE("/disputes/");

    private final String path;

    QuestionKind(String path) {
        this.path = path;
    }

    /** Its page, for those who sign in. */
    String pathOf(long matter) {
        return path + matter;
    }
}
