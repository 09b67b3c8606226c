package org.quittance.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service that sends text messages has said of one.
 *
 * @param happenedAt when, as the service says; null where it does not
 * @param detail in its words
 * @param actor who has handed the receipt in
 */
public record TextReceipt(Status status, @Nullable Instant happenedAt, String detail, String actor, Instant at) {

    /** What became of it. */
    public enum Status {
        DELIVERED("Delivered"),
        FAILED("Not delivered"),
        OPTED_OUT("Wants no more");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
