package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What a payer writes apart from the money, because the bank's line has no room for it.
 *
 * @param entity who is paid
 * @param reference by which the payer knows the payment
 * @param date when it was written
 * @param parts what is paid; they sum to the money
 */
record BulkAdvice(DemoCustomer payer, DemoEntity entity, String reference, LocalDate date, List<Payment.Part> parts) {

    BulkAdvice {
        parts = List.copyOf(parts);
    }

    long totalMinor() {
        return parts.stream().mapToLong(Payment.Part::minor).sum();
    }

    /** What the payer takes off an invoice because the goods were not all there; zero where it is paid in full. */
    static long keptMinor(Payment.Part part) {
        return Math.max(0, part.bill().minor() - part.minor());
    }
}
