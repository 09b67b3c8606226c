package org.quittance.core.ledger;

/** A party that buys, whatever the legal entity. The number is the database's and says nothing. */
public record CustomerId(long value) {

    public static CustomerId of(long value) {
        return new CustomerId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
