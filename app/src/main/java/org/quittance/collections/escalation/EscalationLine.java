package org.quittance.collections.escalation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Escalation;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.money.Money;

/**
 * An escalation with the account that it is about.
 *
 * @param reason why it was asked for
 * @param ownerLogin the login of whoever it waits for; null for somebody outside
 * @param dueOn the last day on which an answer is in time
 * @param endedOn the day of the answer, or of the lifting of what was approved; null while it is open
 * @param overdue what the published run says is overdue on the account, per currency
 */
public record EscalationLine(
        long id,
        About about,
        EscalationPath path,
        State state,
        String reason,
        String ownerName,
        String ownerEmail,
        @Nullable String ownerLogin,
        String askedBy,
        LocalDate askedOn,
        LocalDate dueOn,
        @Nullable LocalDate endedOn,
        List<Money> overdue) {

    public EscalationLine {
        overdue = List.copyOf(overdue);
    }

    /** The account, its customer, and whose it is. */
    public record About(
            long accountId,
            String accountNumber,
            long customerId,
            String customerName,
            String entityCode,
            @Nullable String collector) {}

    /** {@code E17}, as people name it. */
    public String number() {
        return "E" + id;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether a recommendation was approved and stands. */
    public boolean isInForce() {
        return state == State.APPROVED;
    }

    /** Whether its answer is missing and the day for it is over, as {@link Escalation#isOverdue} has it. */
    public boolean isOverdue(LocalDate asOf) {
        return isOpen() && asOf.isAfter(dueOn);
    }
}
