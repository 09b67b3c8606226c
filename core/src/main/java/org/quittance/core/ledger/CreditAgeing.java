package org.quittance.core.ledger;

/** Where credits with an open amount stand in an ageing. Either way the total is the balance. */
public enum CreditAgeing {
    /** In a column of their own, so that the bands show what is really owed for how long. */
    LISTED_APART,
    /** In the band of their own due date, so that each band is net of them. */
    BY_OWN_DUE_DATE
}
