/**
 * From the bank's line to the items that it pays.
 *
 * <p>{@link org.quittance.cash.StatementBook} takes a statement in, {@link org.quittance.cash.CashApplication} loads what its payments
 * could be for, asks {@code core.cash} and records the answer; what stays open is assigned at the {@link org.quittance.cash.CashDesk}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "ledger"})
@NullMarked
package org.quittance.cash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
