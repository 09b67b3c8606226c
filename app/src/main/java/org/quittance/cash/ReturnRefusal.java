package org.quittance.cash;

/** Why a return does not take a payment back, or is not charged, in the order of the checks. */
public enum ReturnRefusal {
    NOT_A_RETURN("The bank's line takes no money back."),
    SETTLED_ALREADY("The return belongs to a payment already."),
    NOT_THAT_PAYMENT(
            "A return takes back a payment of the same bank account that was booked before it and of which as much has"
                    + " not come back yet. Choose one of the payments listed."),
    NOT_IDENTIFIED("Nobody has said whose money the payment was. Put it on account of the customer first, then take it"
            + " back here."),
    LEFT_THE_ACCOUNT(
            "Something of the payment was refunded or waits for a decision about a request. Settle that first."),
    EXCHANGED_IN_PART(
            "Only a part of the payment came back, and the payment was credited in another currency. Take it back from its"
                    + " customers and assign it in its own currency; then the return can be taken from it."),
    NOT_SETTLED("The return belongs to no payment yet: nobody can be charged for it."),
    NO_FEE("The legal entity charges nothing for a return. The credit manager can set an amount."),
    CHARGED_ALREADY("The fee for this return is charged already.");

    private final String sentence;

    ReturnRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
