package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * What a customer said will be paid, or what we have offered to take, and by when.
 *
 * <p>Invariant: the amount is more than zero and the day is not before the one on which it was made.
 *
 * @param items the items that it is for; empty when it is for the account at large, and then the oldest count first
 * @param origin whose word it is
 */
public record Promise(
        PromiseId id, Money amount, LocalDate madeOn, LocalDate dueOn, List<ItemId> items, PromiseOrigin origin) {

    /** What the customer has said. */
    public Promise(PromiseId id, Money amount, LocalDate madeOn, LocalDate dueOn, List<ItemId> items) {
        this(id, amount, madeOn, dueOn, items, PromiseOrigin.CUSTOMER);
    }

    public Promise {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(madeOn, "madeOn");
        Objects.requireNonNull(origin, "origin");
        items = List.copyOf(items);
        if (!amount.isPositive() || dueOn.isBefore(madeOn)) {
            throw new IllegalArgumentException("A promise of %s on %s for %s".formatted(amount, madeOn, dueOn));
        }
    }

    boolean covers(ItemId item) {
        return items.isEmpty() || items.contains(item);
    }

    boolean isForTheSameDebtAs(Promise other) {
        return amount.currency().equals(other.amount.currency())
                && (items.isEmpty() || other.items.isEmpty() || items.stream().anyMatch(other.items::contains));
    }
}
