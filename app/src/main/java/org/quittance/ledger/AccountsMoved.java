package org.quittance.ledger;

/**
 * Accounts have gone to other portfolios. It is told within the transaction, so that whoever keeps a copy of whose an account is follows at once.
 *
 * @param moveId by which {@code ledger.account_move_view} has them
 * @param accounts how many they are
 */
public record AccountsMoved(long moveId, int accounts) {}
