package org.quittance.core.ledger;

import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * What a decision wants posted to one item: the change, without the ids and moments that recording adds.
 *
 * @param amount the signed change of the open amount; never zero
 */
public record Delta(ItemId item, Money amount) {

    public Delta {
        Objects.requireNonNull(item, "item");
        if (amount.isZero()) {
            throw new IllegalArgumentException("A change of item %s by nothing".formatted(item));
        }
    }
}
