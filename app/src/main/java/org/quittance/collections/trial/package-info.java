/**
 * A strategy on the last twelve months and on today, before it touches a customer.
 *
 * <p>The same facts and the same decision as in {@code decision}, for a version that nobody has released.
 */
@NamedInterface("trial")
@NullMarked
package org.quittance.collections.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
