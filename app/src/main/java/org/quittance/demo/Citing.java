package org.quittance.demo;

/** How a payer writes what a payment is for. */
enum Citing {
    /** Document numbers as printed. */
    EXACT,
    /** Document numbers, cut at 35 characters wherever that falls. */
    WRAPPED,
    /** Digits without anything between them. */
    RUN_TOGETHER,
    /** The last four digits of each. */
    LAST_DIGITS,
    /** Its own purchase orders. */
    ORDERS,
    /** Only who it is. */
    CUSTOMER_NUMBER,
    /** Words that say nothing. */
    RUBBISH
}
