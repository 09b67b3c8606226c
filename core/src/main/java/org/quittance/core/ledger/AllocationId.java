package org.quittance.core.ledger;

/** The tie of a credit to a debit. The number is the database's and says nothing. */
public record AllocationId(long value) {

    public static AllocationId of(long value) {
        return new AllocationId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
