package org.quittance.formats.receipts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of one message.
 *
 * @param line where it stands in the file, counted from 1
 * @param id the message's, as it was handed over
 * @param at when it happened; null where the service does not say
 * @param detail in the service's words; may be empty
 */
public record ReceiptLine(
        long line, String id, Status status, @Nullable Instant at, String detail) {

    /** What became of it. */
    public enum Status {
        DELIVERED,
        FAILED,
        /** It arrived, and whoever got it wants no more. */
        OPTED_OUT
    }

    public ReceiptLine {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a receipt is for a message");
        }
    }
}
