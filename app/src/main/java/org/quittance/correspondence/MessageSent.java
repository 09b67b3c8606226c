package org.quittance.correspondence;

import org.quittance.core.ledger.CustomerId;

/** The mail server has accepted a message. Published in the transaction that notes it. */
public record MessageSent(MessageId message, CustomerId customer, String template) {}
