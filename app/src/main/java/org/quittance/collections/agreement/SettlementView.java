package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.agreement.Settlement;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.money.Money;

/**
 * A settlement offer with what became of it.
 *
 * @param approval on whose word it bound us, if it ever did
 * @param decidedBy who approved or refused it; null where nobody had to or has
 * @param reason why it was refused, broke or was withdrawn; else empty
 * @param check what is to be paid, held against the money that came; null before it stands
 * @param writeOffs what was asked to be written off once it was kept
 */
public record SettlementView(
        long id,
        PlanView.Debtor debtor,
        Settlement terms,
        String note,
        String offeredBy,
        State state,
        Approval approval,
        @Nullable String decidedBy,
        String reason,
        @Nullable PromiseCheck check,
        List<PlanView.Document> documents,
        List<WriteOff> writeOffs) {

    /** Where it stands. */
    public enum State {
        PROPOSED("Waits for approval"),
        STANDS("Stands"),
        KEPT("Kept"),
        BROKEN("Broken"),
        LAPSED("Lapsed, never sent"),
        WITHDRAWN("Withdrawn"),
        REFUSED("Refused");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOver() {
            return this != PROPOSED && this != STANDS;
        }
    }

    /** Whose word made it ours, if anybody's did: nothing is offered to the customer before. */
    public enum Approval {
        /** Within the discretion of whoever offered it. */
        NOT_NEEDED,
        WAITING,
        APPROVED,
        REFUSED,
        /** Withdrawn before anybody decided about it. */
        NEVER_GIVEN;

        static Approval of(State state, boolean isAlone, @Nullable String decision) {
            if (isAlone) {
                return NOT_NEEDED;
            }
            if (decision != null) {
                return valueOf(decision);
            }
            return state == State.PROPOSED ? WAITING : NEVER_GIVEN;
        }
    }

    /**
     * A request to write the rest of an item off.
     *
     * @param decision the answer of whoever decides; null while it waits
     */
    public record WriteOff(
            long requestId,
            long itemId,
            Money amount,
            @Nullable String decision) {}

    public SettlementView {
        documents = List.copyOf(documents);
        writeOffs = List.copyOf(writeOffs);
    }

    /** {@code S17}, as people name it. */
    public String number() {
        return "S" + id;
    }

    /** Whether it stands and the customer does not know of it yet. */
    public boolean isToBeSent() {
        return state == State.STANDS && check != null && check.isToBeSent();
    }

    /** Whether the customer has paid on an offer that it has: from then on nobody takes it back. */
    public boolean isBegun() {
        return state == State.STANDS && !isToBeSent() && came().isPositive();
    }

    /** Whether it ever bound us. */
    public boolean wasApproved() {
        return approval == Approval.NOT_NEEDED || approval == Approval.APPROVED;
    }

    /** Whether all of it has come in time, applied or not; it is noted as kept when it is applied, else by the night. */
    public boolean isPaid() {
        return state == State.STANDS && check != null && Settlement.outcome(check) instanceof Settlement.Outcome.Kept;
    }

    /** What has come of the offer. */
    public Money came() {
        return check == null ? Money.zero(terms.offer().currency()) : check.inTime();
    }

    /** What has to be granted. The offerer's own levels do not matter to whoever else decides. */
    public Discretion.Wish givenUp() {
        return new Discretion.Wish(new Authority.Officer(offeredBy, Set.of()), terms.discount(), terms.offeredOn());
    }

    public LocalDate payBy() {
        return terms.payBy();
    }
}
