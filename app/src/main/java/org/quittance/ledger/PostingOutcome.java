package org.quittance.ledger;

import java.util.List;
import org.quittance.core.ledger.AllocationRefusal;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ReversalRefusal;

/** What became of a wish to post. */
public sealed interface PostingOutcome {

    /** All of it was posted; the allocations made, if any, in the order of the wish. */
    record Posted(List<Long> allocationIds) implements PostingOutcome {
        public Posted {
            allocationIds = List.copyOf(allocationIds);
        }
    }

    /**
     * Nothing of it was posted.
     *
     * @param item the item on which it failed
     * @param reason the rule that forbids it, from whichever decision was asked
     * @param sentence the reason in words for a person
     */
    record Refused(ItemId item, Enum<?> reason, String sentence) implements PostingOutcome {

        static Refused of(ItemId item, AllocationRefusal reason) {
            return new Refused(item, reason, reason.sentence());
        }

        static Refused of(ItemId item, ReversalRefusal reason) {
            return new Refused(item, reason, reason.sentence());
        }

        static Refused of(ItemId item, AdjustmentRefusal reason) {
            return new Refused(item, reason, reason.sentence());
        }
    }
}
