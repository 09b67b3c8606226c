package org.quittance.cash;

/** Why the cash desk does not do something, apart from how a payment is divided. */
public enum DeskRefusal {
    NOT_RECEIVED("Only money that was received can be assigned. This line went out, or came back."),
    SETTLED(
            "A settlement report says which payments this sum is. Decide about those; the page of the payment names the report."),
    HELD("The statement of this payment does not close. Release the statement first."),
    NO_LONGER_OPEN("Something that it would pay has been settled since. Look at the payment again."),
    NOTHING_TO_TAKE_BACK("Nothing of this is applied any more: somebody has taken it back already."),
    REFUNDED("Part of this money has been refunded or transferred, and cannot be taken back."),
    NOTHING_LEFT_OF_CREDIT(
            "Nothing of this credit is left to apply: it has been applied, or the ERP has cleared it. Look at its page."),
    NOTHING_TO_APPLY_TO("Give at least one amount: how much of the credit an item takes."),
    NO_REASON("Say why, in a few words that an auditor understands."),
    NOTHING_CHOSEN("Choose at least one payment."),
    NO_NEXT_STEP("Say what happens next."),
    NOT_LATER("Choose a day after today."),
    NO_SUCH_OWNER("Choose somebody who works here.");

    private final String sentence;

    DeskRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
