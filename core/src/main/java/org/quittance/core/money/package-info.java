/**
 * Money as whole minor units of one currency.
 *
 * <p>Nothing here rounds unless the caller names the rounding; currencies are never netted.
 */
@NullMarked
package org.quittance.core.money;

import org.jspecify.annotations.NullMarked;
