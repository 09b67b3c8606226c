/**
 * How a customer pays: how late, since when, on which days, and on what terms in truth.
 *
 * <p>Everything rests on {@link org.quittance.core.behaviour.PaidPart}: money that came for an item. All figures are medians or weighted
 * means of these that a person can check with a pencil, and each says when it rests on too little.
 */
@NullMarked
package org.quittance.core.behaviour;

import org.jspecify.annotations.NullMarked;
