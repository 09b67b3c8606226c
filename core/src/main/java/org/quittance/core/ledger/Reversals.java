package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.core.ledger.ReversalOutcome.Refused;
import org.quittance.core.ledger.ReversalOutcome.Reversed;

/**
 * Decides whether a posting may be taken back, and what to post for it.
 *
 * <p>Example: undoing an allocation of 40.00 posts +40.00 to the invoice and -40.00 to the payment; both stay visible on the days
 * between. A reversal is final: whoever regrets it posts the entry anew, so that no chain of reversals has to be followed.
 */
public final class Reversals {

    private Reversals() {}

    /** Takes back a posting that stands alone: an adjustment, a write-off, a clearing in the ERP. */
    public static ReversalOutcome reverse(ItemHistory item, PostingId id, LocalDate postedOn) {
        return outcome(item, id, postedOn, Sides.ONE);
    }

    /** Takes back both sides of one allocation. */
    public static ReversalOutcome undo(Side credit, Side debit, LocalDate postedOn) {
        ReversalOutcome ofCredit = outcome(credit.item(), credit.posting(), postedOn, Sides.BOTH);
        ReversalOutcome ofDebit = outcome(debit.item(), debit.posting(), postedOn, Sides.BOTH);
        return switch (ofCredit) {
            case Refused refused -> refused;
            case Reversed(List<Delta> first) ->
                switch (ofDebit) {
                    case Refused refused -> refused;
                    case Reversed(List<Delta> second) -> mirrored(first.getFirst(), second.getFirst());
                };
        };
    }

    /** One side of an allocation: the item and the posting on it. */
    public record Side(ItemHistory item, PostingId posting) {}

    private enum Sides {
        ONE,
        BOTH
    }

    private static ReversalOutcome mirrored(Delta credit, Delta debit) {
        boolean oneCurrency = credit.amount().currency().equals(debit.amount().currency());
        return oneCurrency
                        && credit.amount().plus(debit.amount()).isZero()
                        && credit.amount().isNegative()
                ? new Reversed(List.of(credit, debit))
                : new Refused(ReversalRefusal.NOT_ONE_ALLOCATION);
    }

    private static ReversalOutcome outcome(ItemHistory item, PostingId id, LocalDate postedOn, Sides sides) {
        Optional<Posting> found = item.posting(id);
        if (found.isEmpty()) {
            return new Refused(ReversalRefusal.UNKNOWN_POSTING);
        }
        Posting posting = found.get();
        Delta delta = new Delta(posting.item(), posting.amount().negated());
        return refusal(item, posting, postedOn, sides)
                .<ReversalOutcome>map(Refused::new)
                .orElseGet(() -> new Reversed(List.of(delta)));
    }

    private static Optional<ReversalRefusal> refusal(
            ItemHistory item, Posting posting, LocalDate postedOn, Sides sides) {
        if (posting.kind() == PostingKind.REVERSAL) {
            return Optional.of(ReversalRefusal.IS_A_REVERSAL);
        }
        if (item.hasReversed(posting.id())) {
            return Optional.of(ReversalRefusal.ALREADY_REVERSED);
        }
        boolean allocation = posting.kind() == PostingKind.ALLOCATION;
        if (allocation && sides == Sides.ONE) {
            return Optional.of(ReversalRefusal.HALF_AN_ALLOCATION);
        }
        if (!allocation && sides == Sides.BOTH) {
            return Optional.of(ReversalRefusal.NOT_ONE_ALLOCATION);
        }
        if (postedOn.isBefore(posting.postedOn())) {
            return Optional.of(ReversalRefusal.BEFORE_ITS_POSTING);
        }
        if (!item.bears(posting.amount().negated(), postedOn)) {
            return Optional.of(ReversalRefusal.LEAVES_RANGE);
        }
        return Optional.empty();
    }
}
