package org.quittance.collections.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountKey;
import org.quittance.core.collections.AccountFacts;
import org.quittance.core.collections.AccountTraits;

/**
 * An account with open items, before it is decided.
 *
 * @param snoozedUntil the day before which a person does not want to see it; null where nobody has put it off
 */
public record AccountCase(
        AccountKey key,
        long customerId,
        long portfolioId,
        @Nullable LocalDate snoozedUntil,
        AccountTraits traits,
        AccountFacts facts) {}
