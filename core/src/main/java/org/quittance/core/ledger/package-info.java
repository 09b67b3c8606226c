/**
 * The receivables sub-ledger in values: what an open item is, what a posting may do to it, and how debt ages.
 *
 * <p>An item is an immutable fact. What changes its open amount is a {@link org.quittance.core.ledger.PostingKind posting}, also
 * immutable; a correction is another posting. The open amount at any past day is therefore a sum, never a memory.
 */
@NullMarked
package org.quittance.core.ledger;

import org.jspecify.annotations.NullMarked;
