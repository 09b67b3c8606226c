package org.quittance.core.behaviour;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * Money that came for an item: all of it, or a part.
 *
 * @param amount more than zero
 * @param paidOn the day the money came, not the day it was applied
 */
public record PaidPart(ItemId item, Money amount, LocalDate documentDate, LocalDate dueDate, LocalDate paidOn) {

    public PaidPart {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(documentDate, "documentDate");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(paidOn, "paidOn");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("%s paid for item %s".formatted(amount, item));
        }
    }

    /** Days after the due date; negative is early. */
    public long daysBeyondTerms() {
        return paidOn.toEpochDay() - dueDate.toEpochDay();
    }

    /** Days from the document to the money. */
    public long daysToPay() {
        return paidOn.toEpochDay() - documentDate.toEpochDay();
    }

    public YearMonth month() {
        return YearMonth.from(paidOn);
    }
}
