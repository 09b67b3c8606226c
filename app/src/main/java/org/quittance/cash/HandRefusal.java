package org.quittance.cash;

/** Why money is not accepted by hand, or not joined to a bank's line, in the order of the checks. */
public enum HandRefusal {
    CARD_NUMBER("This looks like the number of a card. It is not kept here: send the payer a link instead."),
    NO_SUCH_BANK_ACCOUNT("Choose the bank account on which the money will arrive."),
    NOT_AN_AMOUNT("The amount must be more than nothing, in the currency of the bank account."),
    NO_PAYER("Say who pays."),
    NOT_YET("The day of receipt lies in the future."),
    NOT_THE_SAME(
            "These two cannot be joined: same bank account, same amount, and nobody may have assigned the bank's line."
                    + " If somebody has, take that back first.");

    private final String sentence;

    HandRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
