package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * Money that came from the customer, or the part of it that settled one item.
 *
 * @param on the business date of the receipt
 * @param settles the item that it was applied to; none while it is on account
 */
public record Receipt(LocalDate on, Money amount, @Nullable ItemId settles) {

    public Receipt {
        Objects.requireNonNull(on, "on");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A receipt of %s".formatted(amount));
        }
    }
}
