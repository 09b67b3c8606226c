package org.quittance.web.customers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where the ledger is looked at: a business date whose end counts, and a moment whose knowledge counts.
 *
 * @param knownAt leaves out what the ledger learned of later; null for all that is known now
 */
public record PointOfView(LocalDate asOf, @Nullable Instant knownAt) {

    /** Whether an entry of that business date, recorded at that moment, is seen from here. */
    public boolean counts(LocalDate businessDate, Instant recordedAt) {
        return !businessDate.isAfter(asOf) && (knownAt == null || !recordedAt.isAfter(knownAt));
    }

    /** Whether it is the present: the day, with all that is known. */
    boolean isPresent(LocalDate today) {
        return knownAt == null && asOf.equals(today);
    }

    /** With all that is known. */
    static PointOfView now(LocalDate asOf) {
        return new PointOfView(asOf, null);
    }
}
