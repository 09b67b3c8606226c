package org.quittance.core.cash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;

/**
 * How a credit is proposed to be applied: to what it names by number, else to what has its order number, the longest due first, until nothing of
 * it is left.
 *
 * <p>Example: a credit note of 250.00 whose assignment is the invoice INV-7, of which 200.00 is open, is proposed with 200.00 for INV-7; the
 * other 50.00 names nothing and stays. A credit that names nothing is proposed for nothing: whoever looks at it decides.
 *
 * @param minorByItem what each takes, in minor units of the credit's currency, above zero
 */
public record CreditDivision(Map<ItemId, Long> minorByItem) {

    /** How a credit names an item. */
    public enum Named {
        /** Its assignment or reference is the number of the item. */
        BY_NUMBER,
        /** Both have the same assignment or reference, as an order number. */
        BY_ORDER,
        NOT_AT_ALL
    }

    /**
     * What the credit's account owes in its currency.
     *
     * @param openMinor above zero
     */
    public record Owed(ItemId item, long openMinor, Named named) {

        public Owed {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(named, "named");
            if (openMinor <= 0) {
                throw new IllegalArgumentException("nothing is open of " + item);
            }
        }
    }

    public CreditDivision {
        minorByItem = Map.copyOf(minorByItem);
    }

    /** What is proposed for each; {@code longestDueFirst} is owed by the credit's account, in that order. */
    public static CreditDivision propose(long creditMinor, List<Owed> longestDueFirst) {
        boolean isNumbered = longestDueFirst.stream().anyMatch(owed -> owed.named() == Named.BY_NUMBER);
        Named wanted = isNumbered ? Named.BY_NUMBER : Named.BY_ORDER;
        Map<ItemId, Long> division = new LinkedHashMap<>();
        long left = creditMinor;
        for (Owed owed : longestDueFirst) {
            long part = owed.named() == wanted ? Math.min(left, owed.openMinor()) : 0;
            if (part > 0) {
                division.put(owed.item(), part);
                left -= part;
            }
        }
        return new CreditDivision(division);
    }

    public long minorOf(ItemId item) {
        return minorByItem.getOrDefault(item, 0L);
    }
}
