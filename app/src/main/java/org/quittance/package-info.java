/**
 * The application: a river of modules that import only from above themselves, with the edges (intake, web, cli) at its mouth.
 *
 * <p>Every module loads facts, calls a decision of {@code org.quittance.core}, and records what was decided, in one transaction.
 */
@NullMarked
package org.quittance;

import org.jspecify.annotations.NullMarked;
