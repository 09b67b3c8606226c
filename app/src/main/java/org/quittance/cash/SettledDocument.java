package org.quittance.cash;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a payer names, and of which nothing is open any more.
 *
 * @param on the day on which the last of it was settled
 * @param paymentId the payment that settled it; null where it was settled otherwise
 */
public record SettledDocument(
        long itemId,
        String document,
        String customer,
        LocalDate on,
        @Nullable Long paymentId) {}
