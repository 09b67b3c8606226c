/**
 * What is agreed with a customer who cannot or will not pay at once: repayment in instalments, with interest and
 * fee for the time, and who may approve it.
 *
 * <p>An instalment is a promise: once a plan is approved, each of its instalments is kept, late or failed by the same rule of
 * {@link org.quittance.core.collections.PromiseCheck}, and the items of the plan are not chased for what it covers.
 */
@NullMarked
package org.quittance.core.agreement;

import org.jspecify.annotations.NullMarked;
