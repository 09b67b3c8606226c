package org.quittance.formats.extract;

/** How a family of extracts tells debits from credits. */
public enum SignRule {
    /** Credits are negative, before or after the digits. */
    AS_WRITTEN,
    /** Amounts have no sign; a column says debit or credit, or the posting key does. Without such a column as written. */
    BY_INDICATOR,
    /** Amounts have no sign; credit notes and payments are credits. */
    BY_KIND
}
