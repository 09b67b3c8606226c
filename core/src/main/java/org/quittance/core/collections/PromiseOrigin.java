package org.quittance.core.collections;

/**
 * Whose word an amount and a day are.
 *
 * <p>An offer of ours that stands is held against the money as a promise is, and keeps what it is about from being chased; but the customer has
 * given no word by it. So it is never broken by them, and says nothing of how far they are to be trusted.
 */
public enum PromiseOrigin {
    /** The customer has said so, in a call or by agreeing to an instalment. */
    CUSTOMER,
    /** We have offered to take so much, and the customer was told. */
    OFFER,
    /** We would take so much, and the customer does not know yet. */
    OFFER_NOT_SENT;

    public boolean isOffer() {
        return this != CUSTOMER;
    }
}
