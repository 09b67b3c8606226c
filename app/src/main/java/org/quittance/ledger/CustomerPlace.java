package org.quittance.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer is to stand.
 *
 * @param parentId the customer that owns it; null at the top
 * @param payerId the customer that pays for it; null where it pays for itself
 */
public record CustomerPlace(
        long customerId, @Nullable Long parentId, @Nullable Long payerId) {}
