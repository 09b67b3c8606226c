package org.quittance.cash;

import java.time.LocalDate;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/**
 * What the account of a credit owes in its currency.
 *
 * @param proposed how much of the credit it would take; zero where the credit does not name it
 */
public record OwedDebit(long itemId, ItemKind kind, String document, LocalDate dueDate, Money open, Money proposed) {

    /** Whether the credit names it. */
    public boolean isNamed() {
        return proposed.isPositive();
    }
}
