package org.quittance.core.cash;

/** Why a payment cannot be divided as a person wishes. The constants stand in the order in which they are checked. */
public enum AssignmentRefusal {
    NOTHING_LEFT("Nothing of this payment is left to assign."),
    NO_EXCHANGE("Say as how much of another currency than its own the payment counts: more than nothing."),
    NO_RATE("No exchange rate is known of the day of the payment or the week before. Enter it under Exchange rates, or"
            + " assign the payment in its own currency."),
    TOO_FAR_FROM_THE_RATE("The payment would count as 2.5 % more, or less, than it was worth at the rates of its day."
            + " Correct the amount: what the payment does not cover stays open, what is left goes on account."),
    EXCHANGE_MORE_THAN_ALONE(
            "The payment would count as so much more than it was worth that you may not give up the difference alone."
                    + " Take what it was worth: the rest of the item stays open."),
    NO_SUCH_ACCOUNT("The account is not one of the legal entity whose bank account was paid. Choose another."),
    NOT_OPEN("One of the items has been settled since, or belongs to another legal entity. Leave it out."),
    WRONG_CURRENCY(
            "One of the items is in another currency than the one in which the payment is credited. Choose that currency,"
                    + " or leave the item out."),
    MORE_THAN_OPEN("One of the amounts is more than is open of its item, or has the wrong sign. Correct the amount."),
    DIFFERENCE_OF_NOTHING("A difference can be taken only of an invoice that the payment pays in part."
            + " Enter an amount for it, or leave the difference out."),
    DISCOUNT_NOT_GRANTED(
            "The terms grant no such discount on the day of the payment. Take what they grant, or let the rest"
                    + " stay open with a reason."),
    MORE_THAN_ALONE(
            "The differences come to more than you may give up alone, and neither the matcher proposed them nor does"
                    + " the policy give up as much."
                    + " Let them stay open with a reason, or ask for a write-off."),
    MORE_THAN_PAID("The amounts add up to more than the payment. Correct them."),
    NOBODY_FOR_THE_REST("Something of the payment is left, and no account is chosen for it. Choose one."),
    CREDITS_EXCEED_DEBITS("On one account the credit notes exceed what they are used for. Use less of them.");

    private final String sentence;

    AssignmentRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
