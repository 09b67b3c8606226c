package org.quittance.collections.behaviour;

import org.quittance.core.behaviour.PaymentBehaviour;

/** How one account of a customer pays. */
public record AccountBehaviour(long accountId, String entityCode, String accountNumber, PaymentBehaviour behaviour) {}
