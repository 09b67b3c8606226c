package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/**
 * An item of the receivables ledger, open or settled. Debits are positive, credits negative.
 *
 * <p>Invariant: {@code original} stands on the side of its kind, and {@code open} lies between zero and {@code original}.
 *
 * @param rowId the number that the file itself gives the line; empty where it gives none
 * @param entity the company code; empty where neither the file nor the defaults name one
 * @param documentType as written, for example RV or "Credit Memo"; empty where the file has none
 * @param terms the terms of payment as written
 * @param discount what they let the payer take off; null where they say nothing of it
 */
public record ItemLine(
        long line,
        String rowId,
        String entity,
        CustomerDetails customer,
        Document document,
        ItemKind kind,
        String documentType,
        Dates dates,
        Amounts amounts,
        String terms,
        @Nullable CashDiscount discount,
        References references)
        implements ExtractLine {

    /**
     * What tells the item from all others of its entity and source.
     *
     * @param fiscalYear empty where numbers do not begin anew each year
     * @param line the line of the document; empty where documents have one
     */
    public record Document(String number, String fiscalYear, String line) {

        public Document {
            if (number.isEmpty()) {
                throw new IllegalArgumentException("a document has a number");
            }
            Objects.requireNonNull(fiscalYear, "fiscalYear");
            Objects.requireNonNull(line, "line");
        }

        /** {@code 1800001234}, {@code 1800001234/2026}, {@code 1800001234/2026/001}. */
        public String key() {
            return fiscalYear.isEmpty() && line.isEmpty() ? number : number + "/" + fiscalYear + "/" + line;
        }
    }

    /**
     * The business dates.
     *
     * @param postingDate the document date where the file gives none
     * @param dueDateTold false where the file says nothing of it, and the due date is the day of the document
     * @param clearedOn the day of settlement; null while the item is open, and where the file does not tell
     */
    public record Dates(
            LocalDate documentDate,
            LocalDate postingDate,
            LocalDate dueDate,
            boolean dueDateTold,
            @Nullable LocalDate clearedOn) {

        public Dates {
            Objects.requireNonNull(documentDate, "documentDate");
            Objects.requireNonNull(postingDate, "postingDate");
            Objects.requireNonNull(dueDate, "dueDate");
        }
    }

    /**
     * The amounts, free of binary noise; with the decimals of the currency under {@link DecimalRule#OF_CURRENCY}.
     *
     * @param open zero for a settled item
     */
    public record Amounts(Currency currency, BigDecimal original, BigDecimal open) {

        public Amounts {
            Objects.requireNonNull(currency, "currency");
            if (original.signum() == 0
                    || open.signum() == -original.signum()
                    || open.abs().compareTo(original.abs()) > 0) {
                throw new IllegalArgumentException("open with %s of %s".formatted(open, original));
            }
        }

        public boolean isSettled() {
            return open.signum() == 0;
        }

        /** In whole minor units; throws where read under {@link DecimalRule#AS_WRITTEN} with more decimals. */
        public Money originalMoney() {
            return Money.of(original, currency);
        }

        /** In whole minor units; throws where read under {@link DecimalRule#AS_WRITTEN} with more decimals. */
        public Money openMoney() {
            return Money.of(open, currency);
        }
    }

    /** By what else a payer may call the item; empty where the file has no such column. */
    public record References(
            String assignment,
            String reference,
            String billingDocument,
            String delivery,
            String purchaseOrder,
            String clearingDocument,
            String text) {}

    public ItemLine {
        Objects.requireNonNull(rowId, "rowId");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(references, "references");
        if (!kind.side().takes(amounts.original().signum())) {
            throw new IllegalArgumentException("%s of %s".formatted(kind.label(), amounts.original()));
        }
    }
}
