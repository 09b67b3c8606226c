package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order not to contact the customer: insolvency, a complaint, a lawyer who answers.
 *
 * @param until the last day of it; none while it is open-ended
 */
public record ContactBlock(
        String why, LocalDate since, @Nullable LocalDate until) {

    public ContactBlock {
        Objects.requireNonNull(since, "since");
        if (why.isBlank()) {
            throw new IllegalArgumentException("A contact block needs its reason");
        }
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("A contact block from %s until %s".formatted(since, until));
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
