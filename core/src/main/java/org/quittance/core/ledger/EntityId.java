package org.quittance.core.ledger;

/** A legal entity of the company that is owed. The number is the database's and says nothing. */
public record EntityId(long value) {

    public static EntityId of(long value) {
        return new EntityId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
