/**
 * What the law lets a creditor charge for late payment between businesses.
 *
 * <p>Rates are dated facts that the application keeps; the rules that pick, add and round them are here. A claim shows each period with its rate,
 * so that a customer can check it with a pencil.
 */
@NullMarked
package org.quittance.core.interest;

import org.jspecify.annotations.NullMarked;
