package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.money.Money;

/**
 * What later promises are worth in the place of those that failed before them.
 *
 * <p>They are asked in the order in which the failed ones fell due. A later promise is used up by the one in whose place it stands; where all
 * later ones together do not reach what is missing, they stand for as much of it as they are worth, and are left for the next.
 */
final class Renewals {

    private final List<Promise> promises;
    private final long[] left;

    Renewals(List<Promise> promises) {
        this.promises = promises;
        this.left =
                promises.stream().mapToLong(promise -> promise.amount().minor()).toArray();
    }

    /** What of the missing money was promised anew. */
    Money take(Promise failed, Money missing) {
        List<Integer> later = new ArrayList<>(0);
        long offered = 0;
        for (int i = 0; i < left.length; i++) {
            Promise other = promises.get(i);
            if (other.origin() != PromiseOrigin.OFFER_NOT_SENT
                    && other.madeOn().isAfter(failed.dueOn())
                    && other.isForTheSameDebtAs(failed)) {
                later.add(i);
                offered = Math.addExact(offered, left[i]);
            }
        }
        if (offered < missing.minor()) {
            return Money.ofMinor(offered, missing.currency());
        }
        long needed = missing.minor();
        for (int i : later) {
            long part = Math.min(needed, left[i]);
            left[i] -= part;
            needed -= part;
        }
        return missing;
    }
}
