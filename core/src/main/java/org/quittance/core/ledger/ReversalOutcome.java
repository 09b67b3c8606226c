package org.quittance.core.ledger;

import java.util.List;

/** The answer to the wish to take a posting, or both sides of an allocation, back. */
public sealed interface ReversalOutcome {

    /** One reversal to post per posting that is taken back. */
    record Reversed(List<Delta> deltas) implements ReversalOutcome {

        public Reversed {
            deltas = List.copyOf(deltas);
        }
    }

    /** Nothing may be posted, and why. */
    record Refused(ReversalRefusal reason) implements ReversalOutcome {}
}
