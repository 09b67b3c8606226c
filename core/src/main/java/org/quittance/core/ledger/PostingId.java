package org.quittance.core.ledger;

/** One immutable change to an item. The number is the database's and says nothing. */
public record PostingId(long value) {

    public static PostingId of(long value) {
        return new PostingId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
