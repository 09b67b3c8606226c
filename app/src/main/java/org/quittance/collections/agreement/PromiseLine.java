package org.quittance.collections.agreement;

import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Credibility;
import org.quittance.core.collections.PromiseCheck;

/**
 * A promise in the list of all.
 *
 * @param contact who gave their word; null where that is not known
 * @param credibility of the account: how its promises of the last year were kept
 */
public record PromiseLine(
        PromiseCheck check,
        long customerId,
        String customerName,
        String entityCode,
        long portfolioId,
        @Nullable String contact,
        @Nullable String collector,
        String notedBy,
        String note,
        Credibility credibility) {}
