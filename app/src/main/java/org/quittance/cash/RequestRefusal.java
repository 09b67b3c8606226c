package org.quittance.cash;

/** Why a request is not taken, in the order of the checks. */
public enum RequestRefusal {
    NO_REASON("Say why, in a few words that an auditor understands."),
    NOT_OPEN("The item is settled, or not one of your portfolios."),
    MORE_THAN_OPEN("The amount must be more than nothing and no more than is open."),
    EXCHANGED(
            "This money was credited in another currency than it was received in. Take the payment back from the customer"
                    + " first; then it can be moved or refunded as it came."),
    NO_SUCH_ACCOUNT("A transfer goes to another account of the same legal entity. Choose one.");

    private final String sentence;

    RequestRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
