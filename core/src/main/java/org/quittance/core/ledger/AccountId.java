package org.quittance.core.ledger;

/** A customer in one legal entity. The number is the database's and says nothing. */
public record AccountId(long value) {

    public static AccountId of(long value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
