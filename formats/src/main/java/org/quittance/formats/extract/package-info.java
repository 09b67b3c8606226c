/**
 * Extracts of an ERP's receivables ledger: open items, customers and payments, recognised by their headers.
 */
@NullMarked
package org.quittance.formats.extract;

import org.jspecify.annotations.NullMarked;
