package org.quittance.core.collections;

/**
 * To whom an account is escalated, or what is recommended about it.
 *
 * <p>A question is answered in words. A recommendation is approved or refused by somebody with the authority who has not asked for it: it
 * stops the customer's orders or service, or takes the debt out of our hands.
 */
public enum EscalationPath {
    MANAGER("Manager", Kind.QUESTION, 2, "Before the manager"),
    SALES_OWNER("Sales owner", Kind.QUESTION, 3, "Before the sales owner"),
    BUSINESS("Business", Kind.QUESTION, 5, "Before the business"),
    SERVICE_SUSPENSION("Service suspension", Kind.RECOMMENDATION, 2, "Service suspended"),
    CREDIT_HOLD("Credit hold", Kind.RECOMMENDATION, 1, "On credit hold"),
    OUTSIDE_AGENCY("Outside agency", Kind.RECOMMENDATION, 5, "With the agency"),
    LEGAL("Legal action", Kind.RECOMMENDATION, 5, "With the lawyer");

    /** What kind of answer it waits for. */
    public enum Kind {
        QUESTION,
        RECOMMENDATION
    }

    private final String label;
    private final Kind kind;
    private final int standardDays;
    private final String state;

    EscalationPath(String label, Kind kind, int standardDays, String state) {
        this.label = label;
        this.kind = kind;
        this.standardDays = standardDays;
        this.state = state;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** What is true of an account while it waits or is in force, such as {@code With the agency}. */
    public String state() {
        return state;
    }

    /** Whether, once approved, somebody outside speaks to the customer for us, so that we do not. */
    public boolean handsOver() {
        return switch (this) {
            case OUTSIDE_AGENCY, LEGAL -> true;
            case MANAGER, SALES_OWNER, BUSINESS, SERVICE_SUSPENSION, CREDIT_HOLD -> false;
        };
    }

    /** Within how many working days the answer is due where the company has not said otherwise. */
    public int standardDays() {
        return standardDays;
    }
}
