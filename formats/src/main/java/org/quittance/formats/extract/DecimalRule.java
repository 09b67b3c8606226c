package org.quittance.formats.extract;

/** What becomes of an amount with more decimals than its currency has. */
public enum DecimalRule {
    /** The line is refused: the ledger never rounds. */
    OF_CURRENCY,
    /** The amount is handed over as it is, for work that compares amounts without posting them. */
    AS_WRITTEN
}
