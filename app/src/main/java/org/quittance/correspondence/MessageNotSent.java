package org.quittance.correspondence;

import org.quittance.core.ledger.CustomerId;

/**
 * A message was refused by a gate, called back by a person, or has failed. Published in the transaction that notes it.
 *
 * @param state {@code REFUSED}, {@code RECALLED} or {@code FAILED}
 */
public record MessageNotSent(
        MessageId message, CustomerId customer, String template, MessageState state, String reason) {}
