package org.quittance.core.collections;

/**
 * To whom an account is escalated, or what is recommended about it.
 *
 * <p>A question is answered in words. A recommendation is approved or refused by somebody with the authority who has not asked for it: it
 * stops the customer's orders or service, or takes the debt out of our hands.
 */
public enum EscalationPath {
    MANAGER("Manager", Kind.QUESTION, 2),
    SALES_OWNER("Sales owner", Kind.QUESTION, 3),
    BUSINESS("Business", Kind.QUESTION, 5),
    SERVICE_SUSPENSION("Service suspension", Kind.RECOMMENDATION, 2),
    CREDIT_HOLD("Credit hold", Kind.RECOMMENDATION, 1),
    OUTSIDE_AGENCY("Outside agency", Kind.RECOMMENDATION, 5),
    LEGAL("Legal action", Kind.RECOMMENDATION, 5);

    /** What kind of answer it waits for. */
    public enum Kind {
        QUESTION,
        RECOMMENDATION
    }

    private final String label;
    private final Kind kind;
    private final int standardDays;

    EscalationPath(String label, Kind kind, int standardDays) {
        this.label = label;
        this.kind = kind;
        this.standardDays = standardDays;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Within how many working days the answer is due where the company has not said otherwise. */
    public int standardDays() {
        return standardDays;
    }
}
