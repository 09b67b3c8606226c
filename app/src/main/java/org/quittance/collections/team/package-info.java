/**
 * What a team lead sees and sets: portfolios' work, activity, targets, calls drawn by lot and checked.
 *
 * <p>Every figure opens the rows that it counts.
 */
@NamedInterface("team")
@NullMarked
package org.quittance.collections.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
