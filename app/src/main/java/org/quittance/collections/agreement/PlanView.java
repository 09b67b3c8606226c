package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Instalment;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.money.Money;
import org.quittance.core.reference.PlanNumber;

/**
 * A repayment plan with what became of it by today.
 *
 * @param debt what was open of the items when it was proposed
 * @param reason why it ended; empty while it has not, or where all of it came
 */
public record PlanView(
        long id,
        Debtor debtor,
        Money debt,
        Money interest,
        Money fee,
        String note,
        LocalDate proposedOn,
        String proposedBy,
        @Nullable String approvedBy,
        State state,
        String reason,
        List<Line> lines,
        List<Document> documents) {

    /** Whose debt it is. */
    public record Debtor(long customerId, String customerName, long accountId, String entityCode) {}

    /**
     * An instalment.
     *
     * @param state null before the plan is approved
     * @param outstanding what has not come of it
     */
    public record Line(Instalment instalment, @Nullable InstalmentState state, Money outstanding) {}

    /** An item that the plan is about, with what was open of it then. */
    public record Document(
            long itemId,
            String document,
            Money open,
            @Nullable Dates dates) {}

    /** What lies to the credit of the plan's account and settles nothing yet: money, or a credit note. */
    public record OnAccount(long itemId, String document, Money amount) {}

    /**
     * What is known of an item beside.
     *
     * @param issued null where the item is settled
     */
    public record Dates(@Nullable LocalDate issued, LocalDate due, Money original) {}

    /** What a plan has come to. */
    public enum State {
        PROPOSED("Waits for approval"),
        RUNNING("Running"),
        FULFILLED("Fulfilled"),
        BROKEN("Broken"),
        CANCELLED("Ended early"),
        DECLINED("Declined");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOver() {
            return this != PROPOSED && this != RUNNING;
        }

        /** Whether it ever bound us: nothing is confirmed to the customer before. */
        public boolean wasApproved() {
            return this != PROPOSED && this != DECLINED;
        }
    }

    public PlanView {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }

    /** By which letters and payers call it. */
    public PlanNumber number() {
        return new PlanNumber(id);
    }

    public Money total() {
        return debt.plus(interest).plus(fee);
    }

    /** What has to be granted. The proposer's own levels do not matter to whoever else decides. */
    public Authority.Request request() {
        return new Authority.Request(
                new Authority.Officer(proposedBy, Set.of()),
                total(),
                proposedOn,
                lines.getLast().instalment().dueOn());
    }
}
