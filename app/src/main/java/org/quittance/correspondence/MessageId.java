package org.quittance.correspondence;

/** A message in the outbox. The number is the database's and says nothing. */
public record MessageId(long value) {

    public static MessageId of(long value) {
        return new MessageId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
