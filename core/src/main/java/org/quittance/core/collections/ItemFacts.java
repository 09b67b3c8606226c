package org.quittance.core.collections;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * An open item with what others say about it.
 *
 * <p>Invariant: between nothing and the open amount is disputed, and nothing of a credit.
 *
 * @param disputed the part of the open amount that the customer says is not owed
 * @param dunned the highest step that it was sent; none while it was never mentioned
 */
public record ItemFacts(
        OpenItem item, Money disputed, @Nullable Dunning dunned) {

    public ItemFacts {
        Money most = item.isDebit() ? item.open() : Money.zero(item.open().currency());
        if (disputed.isNegative() || disputed.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s of %s, open with %s, is disputed".formatted(disputed, item.document(), item.open()));
        }
    }

    /** An item that nobody disputes and nobody was reminded of. */
    public static ItemFacts of(OpenItem item) {
        return new ItemFacts(item, Money.zero(item.open().currency()), null);
    }
}
