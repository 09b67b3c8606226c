package org.quittance.collections.agreement;

/** What whoever may decide says to a request: to a settlement, a plan, a waiver. */
public enum RequestDecision {
    APPROVED,
    REFUSED
}
