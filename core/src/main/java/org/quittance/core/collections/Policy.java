package org.quittance.core.collections;

import java.util.Objects;
import org.quittance.core.ledger.AgeingBands;

/**
 * What a company has settled once for all its strategies.
 *
 * @param promiseGraceDays how many days after its day a promise may still be kept
 * @param contactGapDays the least number of days between two contacts with one customer; escalation within the company is none
 * @param dueSoonDays how far ahead an item counts as due soon
 * @param rollOverDays how far ahead debt that enters the next ageing band adds to the priority
 * @param monthEndDays how many days before the end of a month its closing adds to the priority
 */
public record Policy(
        Yardstick yardstick,
        AgeingBands bands,
        PriorityWeights weights,
        int promiseGraceDays,
        int contactGapDays,
        int dueSoonDays,
        int rollOverDays,
        int monthEndDays) {

    public Policy {
        Objects.requireNonNull(yardstick, "yardstick");
        Objects.requireNonNull(bands, "bands");
        Objects.requireNonNull(weights, "weights");
        if (promiseGraceDays < 0 || contactGapDays < 0 || dueSoonDays < 0 || rollOverDays < 0 || monthEndDays < 0) {
            throw new IllegalArgumentException("A policy counts days from zero up");
        }
    }

    /** Two days of grace for promises, three between contacts, a week ahead for what comes due or rolls over, five days of month end. */
    public static Policy standard(Yardstick yardstick) {
        return new Policy(yardstick, AgeingBands.standard(), PriorityWeights.standard(), 2, 3, 7, 7, 5);
    }
}
