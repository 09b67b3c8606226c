package org.quittance.ledger;

import org.quittance.core.ledger.ItemId;

/**
 * A wish to tie so much of a credit to a debit.
 *
 * @param amountMinor positive, in the currency of both items
 */
public record AllocationOrder(ItemId credit, ItemId debit, long amountMinor) {}
