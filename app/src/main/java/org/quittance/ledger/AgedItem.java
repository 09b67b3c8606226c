package org.quittance.ledger;

/** An item behind a figure of the ageing, and whose it is. */
public record AgedItem(ItemLine item, long customerId, String customerNumber, String customerName) {}
