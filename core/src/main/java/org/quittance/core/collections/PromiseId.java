package org.quittance.core.collections;

/** A promise to pay. The number is the database's and says nothing. */
public record PromiseId(long value) {

    public static PromiseId of(long value) {
        return new PromiseId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
