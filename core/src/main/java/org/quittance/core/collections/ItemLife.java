package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * An item with every change of its open amount, so that it can be seen on any past day.
 *
 * @param entered the item as it entered the ledger, open with its original amount
 * @param since the business date on which it entered
 */
public record ItemLife(OpenItem entered, LocalDate since, List<Change> changes) {

    /** A posting: how much it added to the open amount; negative takes away from a debit. */
    public record Change(LocalDate on, long deltaMinor) {}

    public ItemLife {
        Objects.requireNonNull(since, "since");
        changes = List.copyOf(changes);
    }

    /** The item as it was open at the end of the day; none where it was not there yet, or settled. */
    @Nullable
    OpenItem openOn(LocalDate day) {
        if (since.isAfter(day)) {
            return null;
        }
        long open = entered.original().minor();
        for (Change change : changes) {
            if (!change.on().isAfter(day)) {
                open = Math.addExact(open, change.deltaMinor());
            }
        }
        return open == 0
                ? null
                : new OpenItem(
                        entered.id(),
                        entered.account(),
                        entered.kind(),
                        entered.document(),
                        entered.documentDate(),
                        entered.dueDate(),
                        entered.original(),
                        Money.ofMinor(open, entered.original().currency()));
    }
}
