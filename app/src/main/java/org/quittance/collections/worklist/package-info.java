/**
 * The list that collectors work from, most urgent first, with every point and fact behind a row.
 *
 * <p>It reads what {@code decision} has published, and decides nothing.
 */
@NamedInterface("worklist")
@NullMarked
package org.quittance.collections.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
