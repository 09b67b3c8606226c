package org.quittance.cash;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments of the queue somebody wants to see, and in which order. What is null is not asked for.
 *
 * @param owner the login of whoever looks after the payments
 * @param olderThanDays booked at least so many days ago
 * @param column one of {@link #COLUMNS}; payments that are equal in it stand oldest first
 */
public record QueueFilter(
        Show show,
        @Nullable Long entityId,
        @Nullable String currency,
        @Nullable QueueReason reason,
        @Nullable String owner,
        @Nullable Integer olderThanDays,
        String column,
        Order order) {

    public static final Set<String> COLUMNS = Set.of("amount", "booked", "payer");

    /** Whether payments that are put off are shown. */
    public enum Show {
        TO_DO("To do"),
        PARKED("Parked"),
        ALL("All");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Which way. */
    public enum Order {
        ASCENDING,
        DESCENDING
    }

    /** All that can be worked now, the largest first. */
    public static QueueFilter everything() {
        return new QueueFilter(Show.TO_DO, null, null, null, null, null, "amount", Order.DESCENDING);
    }
}
