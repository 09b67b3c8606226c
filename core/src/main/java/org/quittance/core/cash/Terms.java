package org.quittance.core.cash;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;

/**
 * The terms of an item, as far as a payment of less than what is open needs them.
 *
 * @param documentDate from which the days of a discount run
 * @param discount its own; null where it is not known, and the policy's counts
 */
public record Terms(LocalDate documentDate, @Nullable CashDiscount discount) {}
