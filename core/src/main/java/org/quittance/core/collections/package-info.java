/**
 * What to do next about an account that owes, and why.
 *
 * <p>The application gathers {@link org.quittance.core.collections.AccountFacts facts}; {@link
 * org.quittance.core.collections.Standing#of} sums them up at a business date; {@link
 * org.quittance.core.collections.Strategy#decide} answers with an action, a day to wait for, or nothing, and each answer carries its
 * reasons and visible points. Every item climbs the strategy's ladder on its own, so that a reminder of one invoice silences no
 * other; what is disputed, promised or covered by cash on account is left out amount by amount.
 */
@NullMarked
package org.quittance.core.collections;

import org.jspecify.annotations.NullMarked;
