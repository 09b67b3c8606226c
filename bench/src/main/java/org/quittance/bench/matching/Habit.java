package org.quittance.bench.matching;

/**
 * How payers of the second generator pay. The weights say how often in ten thousand payments; they are a trade of businesses with each
 * other as we imagine it, hard cases more often than in life, so that each has enough payments to be judged.
 */
public enum Habit {
    PLAIN("the number as printed", 1700),
    PREFIX_DROPPED("the number without prefix and zeros", 900),
    LIST("several numbers in a list", 900),
    LIST_OF_ENDINGS("a list of which only the first number is whole", 250),
    RANGE("from one number to another", 250),
    RUN_TOGETHER("several numbers without anything between them", 300),
    WRAPPED("a long text broken by the bank after 35 characters", 400),
    TYPO("one typing error", 400),
    LAST_DIGITS("only the last digits", 300),
    ORDER_NUMBER("the payer's order number", 500),
    DELIVERY_NUMBER("the number of the delivery", 250),
    STRUCTURED("a creditor reference with check digits", 500),
    CREDIT_NAMED("less a credit note that is named", 200),
    CREDIT_SILENT("less a credit note that is not named", 150),
    DISCOUNT("less discount", 350),
    CHARGES("less what a bank kept", 250),
    SHORT_WITH_REASON("less a deduction with its reason in words", 250),
    OVERPAID("more than the invoice", 100),
    INSTALMENTS("two payments for one invoice", 300),
    PARENT("a parent for its subsidiaries", 250),
    AGENT("an agent for customers of whom nothing says so", 200),
    PARENT_RUN_TOGETHER("a parent for its subsidiaries, the numbers without anything between them", 100),
    NAME_IN_TEXT("the payer's name in front of the text alone, with the last digits", 250),
    ENDINGS_LESS_DISCOUNT("the last digits of several, less discount", 150),
    OTHER_NAME("a name that is not the one in the books, with a number", 400),
    AMOUNT_ALONE("no text, an amount that one item has", 400),
    BALANCE("no text, everything that is open", 150),
    DUPLICATE_AMOUNT("no text, an amount that several items have", 200),
    PAID_TWICE("an invoice that the same list has paid already", 150),
    SETTLED_NUMBER("an invoice that was settled before, by its number", 100),
    OTHER_CURRENCY("an invoice in another currency, by its number, at the rate of the payer's bank", 100),
    STRANGER("somebody who owes nothing, with numbers of their own", 200);

    private final String label;
    private final int weight;

    Habit(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }

    public String label() {
        return label;
    }

    int weight() {
        return weight;
    }

    /** Whether the payment is for no open item: whatever is applied is false. */
    boolean isForNothing() {
        return switch (this) {
            case PAID_TWICE, SETTLED_NUMBER, STRANGER -> true;
            default -> false;
        };
    }
}
