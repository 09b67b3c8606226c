package org.quittance.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A figure of an ageing.
 *
 * @param key the line's key; null for the whole report
 * @param band the band; null for all of the line, credits included; -1 for the credits
 */
public record AgeingFigure(@Nullable Long key, @Nullable Integer band) {}
