package org.quittance.core.behaviour;

import java.time.YearMonth;

/**
 * What came in one month, and how late it was.
 *
 * @param parts how many payments of items it rests on, at least one
 * @param daysBeyondTerms weighted by amount, rounded to whole days
 * @param daysToPay from the document to the money, weighted and rounded alike
 */
public record PaidMonth(YearMonth month, int parts, int daysBeyondTerms, int daysToPay) {

    public PaidMonth {
        if (parts < 1) {
            throw new IllegalArgumentException("%d payments in %s".formatted(parts, month));
        }
    }
}
