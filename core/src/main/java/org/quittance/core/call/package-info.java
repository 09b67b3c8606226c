/**
 * A telephone call before it is made: what to ask, and what may be conceded.
 *
 * <p>{@link org.quittance.core.call.CallScript} reads an account's standing and behaviour; {@link org.quittance.core.call.Concession} reads the
 * limits of authority. Both say their reasons in figures, so that whoever calls need not look them up.
 */
@NullMarked
package org.quittance.core.call;

import org.jspecify.annotations.NullMarked;
