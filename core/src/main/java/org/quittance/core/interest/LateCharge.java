package org.quittance.core.interest;

import java.util.List;
import org.quittance.core.money.Money;

/** What may be charged for one invoice that was paid late or is still unpaid, or why nothing may. */
public sealed interface LateCharge {

    /**
     * Interest and compensation.
     *
     * @param periods the days with their rates, in order
     * @param compensation the fixed sum per invoice, beside the interest
     */
    record Chargeable(List<InterestPeriod> periods, Money interest, Money compensation) implements LateCharge {

        public Chargeable {
            periods = List.copyOf(periods);
        }
    }

    /** Nothing may be charged, or it cannot be worked out. */
    record NotChargeable(Reason reason) implements LateCharge {}

    /** Why not. The constants stand in the order in which they are checked. */
    enum Reason {
        NOT_A_BUSINESS("The law is for debts between businesses, and this customer is in a segment of persons"),
        NOT_A_PRICE("Only invoices and debit notes bear it: interest on charges would be interest on interest"),
        AGREED(
                "A repayment plan or a settlement stands for it: what that says of interest is agreed, and the law's is due again if it is broken"),
        OTHER_CURRENCY("The scheme's fixed sums are in another currency; convert the debt first"),
        NOTHING_OWED("Only a debt of more than nothing bears interest"),
        NOT_LATE("The due date has not passed"),
        NO_RATE("The reference rate for the period is not known; enter it");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
