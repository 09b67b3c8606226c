package org.quittance.ledger;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemKind;

/**
 * An item as an extract tells of it, before the ledger has decided whether it knows it.
 *
 * <p>Its key is (entity, account number, kind, document, line, source): the same key a second time is the same item.
 *
 * @param line where it stands in the file
 * @param entityId the legal entity that is owed
 * @param accountNumber the customer's number in that entity
 * @param customerName used where the customer is not known yet
 * @param source the system that keeps the document: {@code sap}
 * @param documentLine tells the lines of one document apart; empty where a document is one item
 * @param dueDateTold whether whoever brings the item knows by when it is due; an item that is known takes over what is told
 * @param postedOn the business date from which the item counts
 * @param currency ISO 4217
 * @param originalMinor signed: debits positive, credits negative
 * @param openMinor what the extract says is still open: between zero and the original
 * @param discount what its terms let the payer take off; null where they are not known
 * @param settledOn when it was settled, where the extract tells of a settled item; else null
 */
public record ItemDraft(
        long line,
        long entityId,
        String accountNumber,
        String customerName,
        ItemKind kind,
        String source,
        String document,
        String documentLine,
        LocalDate documentDate,
        LocalDate dueDate,
        boolean dueDateTold,
        LocalDate postedOn,
        String currency,
        long originalMinor,
        long openMinor,
        @Nullable LocalDate settledOn,
        @Nullable Integer termsDays,
        @Nullable CashDiscount discount,
        String assignment,
        String reference,
        String memo) {

    public ItemDraft {
        Objects.requireNonNull(kind, "kind");
        if (!kind.side().takes(originalMinor)) {
            throw new IllegalArgumentException(kind.label() + " " + document + " cannot be of " + originalMinor);
        }
        if (Long.signum(openMinor) == -Long.signum(originalMinor) || Math.abs(openMinor) > Math.abs(originalMinor)) {
            throw new IllegalArgumentException(document + " is open with " + openMinor + " of " + originalMinor);
        }
    }
}
