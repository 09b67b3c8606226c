package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;

/**
 * An open item as far as matching needs it.
 *
 * <p>Invariant: something is open, and its sign is the side of the item: positive for a debit, negative for a credit.
 *
 * @param customerNumber who owes it, as the ledger numbers customers; one customer may have several accounts
 * @param customerName the name on the invoice
 * @param document the number that the customer sees on the invoice or credit note
 * @param references other numbers by which a payer may call it: assignment, billing document, order, delivery, structured
 *     reference; empty ones are left out by the caller
 * @param openMinor what is open, in minor units of {@code currency}
 * @param discount the discount of its own terms; null where they are not known, and the policy's count
 */
public record Candidate(
        ItemId item,
        AccountId account,
        String customerNumber,
        String customerName,
        ItemKind kind,
        String document,
        List<String> references,
        long openMinor,
        Currency currency,
        LocalDate documentDate,
        LocalDate dueDate,
        @Nullable CashDiscount discount) {

    public Candidate {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(customerNumber, "customerNumber");
        Objects.requireNonNull(customerName, "customerName");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(documentDate, "documentDate");
        Objects.requireNonNull(dueDate, "dueDate");
        references = List.copyOf(references);
        if (!kind.side().takes(openMinor)) {
            throw new IllegalArgumentException(
                    "%s %s cannot be open with %d minor units".formatted(kind.label(), document, openMinor));
        }
    }

    Terms terms() {
        return new Terms(documentDate, discount);
    }

    /** The item as a sentence names it, for example {@code invoice 4711}. */
    String label() {
        return kind.label().toLowerCase(Locale.ROOT) + " " + document;
    }
}
