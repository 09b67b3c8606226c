package org.quittance.core.ledger;

/** One line of the receivables ledger. The number is the database's and says nothing. */
public record ItemId(long value) {

    public static ItemId of(long value) {
        return new ItemId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
