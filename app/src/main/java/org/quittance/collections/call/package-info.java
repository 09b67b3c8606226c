/**
 * Calls and visits: the prepared card, what came of the talk, what is next.
 *
 * <p>A call is logged with its outcome, promise and next step in one transaction.
 */
@NamedInterface("call")
@NullMarked
package org.quittance.collections.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
