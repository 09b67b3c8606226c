package org.quittance.correspondence;

import org.quittance.core.ledger.CustomerId;

/**
 * A message had left and was not delivered, for good. Published in the transaction that notes it; a second report of the same message
 * publishes it again.
 *
 * @param reason such as {@code Came back: 5.1.1 no such mailbox}
 */
public record MessageCameBack(MessageId message, CustomerId customer, String reason) {}
