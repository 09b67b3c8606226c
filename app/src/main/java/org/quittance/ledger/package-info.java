/**
 * The receivables sub-ledger: customers, accounts, items, postings and allocations.
 *
 * <p>Items and postings are facts, only ever added. {@code open_item} is a projection of them that the same transaction keeps, holding
 * what is open and nothing else. {@link org.quittance.ledger.LedgerCheck} derives every projection anew and names each mismatch.
 * Writers of one account wait for each other on its row.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit"})
@NullMarked
package org.quittance.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
