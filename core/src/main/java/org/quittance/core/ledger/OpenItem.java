package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * An item as it stood at a business date: what it was for, and what of it is still open.
 *
 * <p>Invariant: {@code original} stands on the side of its kind, and {@code open} lies between zero and {@code original}, both
 * included.
 *
 * @param document the number that the customer sees on the invoice or credit note
 * @param documentDate the date printed on the document
 * @param dueDate the day by which payment is owed; for a credit, the day from which it may be taken
 */
public record OpenItem(
        ItemId id,
        AccountId account,
        ItemKind kind,
        String document,
        LocalDate documentDate,
        LocalDate dueDate,
        Money original,
        Money open) {

    public OpenItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(documentDate, "documentDate");
        Objects.requireNonNull(dueDate, "dueDate");
        if (!kind.side().takes(original.minor())) {
            throw new IllegalArgumentException("%s %s cannot be of %s".formatted(kind.label(), document, original));
        }
        if (Long.signum(open.minor()) == -Long.signum(original.minor())
                || open.abs().compareTo(original.abs()) > 0) {
            throw new IllegalArgumentException("%s is open with %s of %s".formatted(document, open, original));
        }
    }

    /** The same with another amount open, such as what is asked for of it. */
    public OpenItem withOpen(Money amount) {
        return new OpenItem(id, account, kind, document, documentDate, dueDate, original, amount);
    }

    public boolean isDebit() {
        return original.isPositive();
    }

    /** Whole days past due at the date; negative while the item is not yet due. */
    public long daysPastDue(LocalDate asOf) {
        return asOf.toEpochDay() - dueDate.toEpochDay();
    }
}
