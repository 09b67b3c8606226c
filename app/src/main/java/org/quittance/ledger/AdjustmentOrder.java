package org.quittance.ledger;

import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;

/**
 * A wish to change what is open of an item, for a reason of its own.
 *
 * @param deltaMinor negative lessens what is open of a debit; in minor units of the item's currency
 */
public record AdjustmentOrder(ItemId item, PostingKind kind, long deltaMinor, PostingContext context) {}
