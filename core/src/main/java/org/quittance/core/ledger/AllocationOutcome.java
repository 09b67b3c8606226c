package org.quittance.core.ledger;

/** The answer to the wish to apply a credit to a debit. */
public sealed interface AllocationOutcome {

    /** Both postings of the allocation; they sum to zero. */
    record Allocated(Delta credit, Delta debit) implements AllocationOutcome {

        public Allocated {
            if (!credit.amount().plus(debit.amount()).isZero()) {
                throw new IllegalArgumentException("An allocation of %s and %s".formatted(credit, debit));
            }
        }
    }

    /** Nothing may be posted, and why. */
    record Refused(AllocationRefusal reason) implements AllocationOutcome {}
}
