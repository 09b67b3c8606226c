package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/** An item that has been paid in full, and when. */
public record SettledItem(ItemId id, Money original, LocalDate dueDate, LocalDate settledOn) {

    public SettledItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(settledOn, "settledOn");
    }

    long daysLate() {
        return settledOn.toEpochDay() - dueDate.toEpochDay();
    }
}
