package org.quittance.cash;

/** Why an advice is not joined to a payment, or not separated from it, in the order of the checks. */
public enum AdviceRefusal {
    JOINED_ALREADY("The advice belongs to a payment already. Separate it from that one first."),
    PAYMENT_ADVISED(
            "Other advices belong to that payment already, and with this one they would come to more than it. Separate one"
                    + " of them first."),
    NOT_THAT_MONEY("An advice belongs to money that came in, in its own currency. Choose one of the payments listed."),
    NOT_JOINED("The advice belongs to no payment: there is nothing to separate."),
    NO_REASON("Say why the advice does not belong to that payment.");

    private final String sentence;

    AdviceRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
