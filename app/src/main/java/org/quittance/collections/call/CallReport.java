package org.quittance.collections.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.contact.CallResult;
import org.quittance.core.call.RefusedDial;
import org.quittance.core.call.RefusedDial.Caller;
import org.quittance.core.collections.CallLot.Answer;
import org.quittance.disputes.DisputeDraft;

/**
 * A telephone call as the person who held it tells of it.
 *
 * @param accounts the accounts that it was about; empty for all of the customer's that the person works
 * @param contactId who was spoken to, as the ledger numbers it; null where that is not known
 * @param promises what was promised: several where it was in several currencies
 * @param disputes what of which items the customer says it does not owe
 * @param followUp when to come back to it; null where the strategy shall say
 * @param otherwise how they were called although the contact gate had let nobody be dialled; empty where nothing is said of it
 */
public record CallReport(
        long customerId,
        Set<Long> accounts,
        Way way,
        CallResult result,
        @Nullable Long contactId,
        String note,
        List<PromiseDraft> promises,
        List<DisputeDraft> disputes,
        @Nullable FollowUp followUp,
        String otherwise) {

    /** Who called whom. */
    public enum Way {
        PLACED("We called"),
        RECEIVED("They called");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** When to come back, and what for. */
    public record FollowUp(LocalDate on, String reason) {}

    public CallReport {
        accounts = Set.copyOf(accounts);
        promises = List.copyOf(promises);
        disputes = List.copyOf(disputes);
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(note, "note");
        otherwise = otherwise.strip();
    }

    /** A call in which nothing was disputed, and at most one thing promised. */
    public CallReport(
            long customerId,
            Set<Long> accounts,
            Way way,
            CallResult result,
            @Nullable Long contactId,
            String note,
            @Nullable PromiseDraft promise,
            @Nullable FollowUp followUp) {
        this(
                customerId,
                accounts,
                way,
                result,
                contactId,
                note,
                promise == null ? List.of() : List.of(promise),
                List.of(),
                followUp,
                "");
    }

    /** How the call came about. They have called where somebody spoke; nobody rings to give no answer. */
    RefusedDial.Told told() {
        Caller caller = way == Way.RECEIVED && result.answer() == Answer.ANSWERED ? Caller.THEY : Caller.WE;
        return new RefusedDial.Told(caller, otherwise);
    }
}
