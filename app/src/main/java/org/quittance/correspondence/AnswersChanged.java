package org.quittance.correspondence;

import org.quittance.core.ledger.CustomerId;

/**
 * What of a customer's mails nobody has read is another: one has come in, or was read. Published in the transaction that notes it.
 */
public record AnswersChanged(CustomerId customer) {}
