/**
 * Cash application: which open items a payment pays, and why we think so.
 *
 * <p>{@link org.quittance.core.cash.Matcher} decides one payment; {@link org.quittance.core.cash.MatchRun} a list of them against
 * the same items, so that what one payment has taken the next cannot take again, and payments that settle one invoice together are
 * seen together. Both are functions: the same payments, items and policy give the same answer, whatever the order of the items.
 *
 * <p>How a payment is decided, strongest evidence first. The text is cut into runs of digits and letters
 * ({@code Reading}); runs that are an item's number are <em>mentions</em> ({@code Citations}). First come the explanations of the whole
 * amount: the items mentioned add up to it, or nearly; or the text resembles the numbers of items that do ({@code Resemblance}:
 * one typo, a lost beginning or end). Then payments that settle one item together ({@code Instalments}), then a part of an item
 * mentioned, and only then an amount without a reference. A resemblance or an amount counts inside the payer's own items only. Two
 * explanations that are equally good are ambiguous: a person decides.
 *
 * <p>Amounts are in minor units of the payment's currency; an item in another currency is never a candidate. A decision never
 * gives an item more than is open, and lines and remainder always sum to the payment.
 */
@NullMarked
package org.quittance.core.cash;

import org.jspecify.annotations.NullMarked;
