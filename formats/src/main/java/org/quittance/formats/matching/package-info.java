/**
 * Matching file against file, without a ledger: a list of open items and a list of payments in, a list of matches out.
 *
 * <p>The story of {@link org.quittance.formats.matching.MatchFiles}: both files are recognised by their headers, the rows become
 * {@link org.quittance.core.cash.Candidate}s and {@link org.quittance.core.cash.Payment}s, one
 * {@link org.quittance.core.cash.MatchRun} for each currency decides, and each payment row gets one line of the answer.
 */
@NullMarked
package org.quittance.formats.matching;

import org.jspecify.annotations.NullMarked;
