package org.quittance.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a customer in one legal entity, as a file tells of it. What is null is not told.
 *
 * @param number the customer's number in the entity
 * @param limitMinor in the entity's currency
 */
public record AccountDraft(
        long customerId,
        long entityId,
        String number,
        @Nullable Integer termsDays,
        @Nullable Long limitMinor,
        @Nullable Long portfolioId) {}
