/**
 * Late-payment interest and compensation: worked out, claimed by a notice, waived by whoever may.
 *
 * <p>Nothing of it is posted to the ledger.
 */
@NamedInterface("interest")
@NullMarked
package org.quittance.collections.interest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
