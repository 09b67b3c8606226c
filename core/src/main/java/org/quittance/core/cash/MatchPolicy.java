package org.quittance.core.cash;

import java.util.Set;

/**
 * What the company lets the matcher do on its own.
 *
 * @param applyFrom the confidence from which a match is applied without a person
 * @param proposeFrom the confidence from which it is worth showing
 * @param toleranceMinor how much a payment may miss the items it names and still count as their whole amount
 * @param tolerancePerMillion the same in millionths of the payment; the smaller of both rules
 * @param earlyDays how many days before the date of an item a payment may arrive that does not name it exactly
 * @param lookBackDays how old an item may be to be found by amount or by a damaged number
 * @param subsetItems of how many open items at most a sum is sought without a reference
 * @param allowed what may be applied at all; anything else is proposed
 */
public record MatchPolicy(
        double applyFrom,
        double proposeFrom,
        long toleranceMinor,
        long tolerancePerMillion,
        int earlyDays,
        int lookBackDays,
        int subsetItems,
        Set<Allowance> allowed) {

    /** Kinds of match that a company may or may not want applied without a person. */
    public enum Allowance {
        /** Less than the items named: the rest stays open. */
        PART_PAYMENT,
        /** More than the items named: the rest goes on account. */
        OVERPAYMENT,
        /** The payer is known and one item alone has the amount, without any number in the text. */
        AMOUNT_ALONE,
        /** A credit note that the payer took without naming it. */
        CREDIT_NOTE_TAKEN,
        /** The only set of items that has the sum. */
        SUBSET
    }

    public MatchPolicy {
        allowed = Set.copyOf(allowed);
        if (!(0 <= proposeFrom && proposeFrom <= applyFrom && applyFrom <= 1)) {
            throw new IllegalArgumentException(
                    "propose from %s and apply from %s: both lie between 0 and 1, in this order"
                            .formatted(proposeFrom, applyFrom));
        }
        if (toleranceMinor < 0 || tolerancePerMillion < 0 || earlyDays < 0 || lookBackDays < 0 || subsetItems < 0) {
            throw new IllegalArgumentException("a tolerance, a number of days or of items is negative");
        }
    }

    /** Careful, and right for most: a thousandth but at most fifty euros of tolerance, a year of look-back. */
    public static MatchPolicy standard() {
        return new MatchPolicy(0.95, 0.40, 5_000, 1_000, 14, 400, 30, Set.of(Allowance.values()));
    }

    /** How many minor units a payment may miss the items that it names. */
    long toleranceFor(long amountMinor) {
        return Math.min(toleranceMinor, (long) (amountMinor * (tolerancePerMillion / 1e6)));
    }

    boolean allows(Allowance allowance) {
        return allowed.contains(allowance);
    }
}
