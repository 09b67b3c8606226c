package org.quittance.cash;

/** Why a settlement report is not joined to a line of the bank, in the order of the checks. */
public enum SettlementRefusal {
    JOINED_ALREADY("The report explains a line of the bank already."),
    DOES_NOT_ADD_UP(
            "The lines of the report miss what it says to be paid out. Ask the processor for a complete report and import"
                    + " that."),
    NOT_THAT_MONEY(
            "A report explains a line of the bank over exactly its sum, in its currency and on the account that it names."
                    + " Choose one of the lines listed."),
    NOT_FREE("That money is for something already. Open it, take it back, and then join the report.");

    private final String sentence;

    SettlementRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
