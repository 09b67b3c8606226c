package org.quittance.core.collections;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * An open item with what others say about it.
 *
 * <p>Invariant: between nothing and the open amount is disputed or to be given up, and nothing of a credit.
 *
 * @param disputed the part of the open amount that the customer says is not owed
 * @param forgone the part of the open amount that is given up if the rest is paid, as a settlement offers
 * @param dunned the highest step that it was sent; none while it was never mentioned
 */
public record ItemFacts(
        OpenItem item,
        Money disputed,
        Money forgone,
        @Nullable Dunning dunned) {

    public ItemFacts {
        Money most = item.isDebit() ? item.open() : Money.zero(item.open().currency());
        if (disputed.isNegative() || disputed.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s of %s, open with %s, is disputed".formatted(disputed, item.document(), item.open()));
        }
        if (forgone.isNegative() || forgone.plus(disputed).compareTo(most) > 0) {
            throw new IllegalArgumentException("%s of %s, open with %s, is to be given up beside %s disputed"
                    .formatted(forgone, item.document(), item.open(), disputed));
        }
    }

    /** An item of which nothing is to be given up. */
    public ItemFacts(OpenItem item, Money disputed, @Nullable Dunning dunned) {
        this(item, disputed, Money.zero(item.open().currency()), dunned);
    }

    /** An item that nobody disputes and nobody was reminded of. */
    public static ItemFacts of(OpenItem item) {
        return new ItemFacts(item, Money.zero(item.open().currency()), null);
    }
}
