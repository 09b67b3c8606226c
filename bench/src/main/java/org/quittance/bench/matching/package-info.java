/**
 * How good the matching of payments is, on files whose true matches are known.
 *
 * <p>Scored by the exact set of invoices and payments, never by pairs, and a false match as loudly as a hit.
 */
@NullMarked
package org.quittance.bench.matching;

import org.jspecify.annotations.NullMarked;
