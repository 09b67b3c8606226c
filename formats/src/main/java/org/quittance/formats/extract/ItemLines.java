package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemKind;

/**
 * Reads items from rows.
 *
 * <p>A row is checked in this order, and its first fault refuses it: customer, company code, date, currency, amount, open amount, sign,
 * document number, due date.
 */
final class ItemLines {

    private static final Set<String> OPEN =
            Set.of("1", "true", "yes", "y", "x", "open", "op", "offen", "ouvert", "wahr", "ja");
    private static final Set<String> CLOSED =
            Set.of("0", "false", "no", "n", "closed", "cl", "paid", "settled", "cleared", "bezahlt", "falsch", "nein");

    private final RowCells cells;
    private final Remarks remarks;
    private final ItemSigns signs;
    private final DueDates dueDates;
    private final Discounts discounts = new Discounts();
    private final Field currencyField;

    ItemLines(RowCells cells, Layout layout, Remarks remarks) {
        this.cells = cells;
        this.remarks = remarks;
        this.signs = new ItemSigns(layout, remarks);
        this.dueDates = new DueDates(cells, remarks);
        this.currencyField =
                readsLocalAmount() && cells.has(Field.LOCAL_CURRENCY) ? Field.LOCAL_CURRENCY : Field.CURRENCY;
    }

    /** The item of the row at hand; null where the row is refused. */
    @Nullable
    ItemLine read() {
        String customerNumber = cells.number(Field.CUSTOMER_NUMBER);
        String customerName = cells.text(Field.CUSTOMER_NAME);
        if (customerNumber.isEmpty() && customerName.isEmpty()) {
            cells.refuse(Field.CUSTOMER_NUMBER, "The line names no customer", "Add the customer's number to the line");
        }
        LocalDate documentDate = documentDate();
        LocalDate postingDate = cells.date(Field.POSTING_DATE);
        Currency currency = cells.currency(currencyField);
        ItemLine.Amounts amounts = currency == null ? null : amounts(currency);
        if (documentDate == null || amounts == null || cells.refusal() != null) {
            return null;
        }
        ItemKind kind = signs.kind(cells, amounts.original());
        String number = documentNumber(kind, documentDate, amounts.original());
        DueDates.Due due = dueDates.of(documentDate, kind);
        LocalDate clearedOn = amounts.isSettled() ? cells.date(Field.CLEARING_DATE) : null;
        if (cells.refusal() != null) {
            return null;
        }
        return new ItemLine(
                cells.line(),
                cells.text(Field.ROW_ID),
                cells.entity(),
                cells.customer(customerNumber, customerName),
                new ItemLine.Document(number, cells.number(Field.FISCAL_YEAR), cells.text(Field.DOCUMENT_LINE)),
                kind,
                cells.text(Field.DOCUMENT_TYPE),
                new ItemLine.Dates(
                        documentDate,
                        postingDate == null ? documentDate : postingDate,
                        due.date(),
                        due.told(),
                        clearedOn),
                amounts,
                cells.text(Field.TERMS),
                kind.side() == ItemKind.Side.CREDIT ? null : discounts.of(cells),
                references(number));
    }

    private @Nullable LocalDate documentDate() {
        LocalDate documentDate = cells.date(Field.DOCUMENT_DATE);
        if (documentDate != null || cells.refusal() != null) {
            return documentDate;
        }
        LocalDate other = cells.date(Field.POSTING_DATE);
        if (other == null) {
            other = cells.date(Field.BASELINE_DATE);
        }
        if (other == null && !cells.has(Field.DOCUMENT_DATE)) {
            other = cells.date(Field.DUE_DATE);
        }
        if (other == null) {
            cells.refuse(Field.DOCUMENT_DATE, "The line has no date", "Add the date of the document to the line");
        }
        return other;
    }

    private ItemLine.@Nullable Amounts amounts(Currency currency) {
        Field field = cells.has(Field.ORIGINAL_AMOUNT) ? Field.ORIGINAL_AMOUNT : Field.OPEN_AMOUNT;
        BigDecimal original = exactSigned(originalAsWritten(), currency, field);
        BigDecimal open = exactSigned(cells.amount(Field.OPEN_AMOUNT), currency, Field.OPEN_AMOUNT);
        if (original == null) {
            if (open == null) {
                cells.refuse(field, "The line has no amount", "Add the amount to the line");
                return null;
            }
            return checked(currency, open, open);
        }
        boolean cleared = isCleared();
        if (open == null) {
            return checked(currency, original, cleared ? BigDecimal.ZERO.setScale(original.scale()) : original);
        }
        if (cleared && open.signum() != 0) {
            remarks.note(Remarks.Topic.CLEARED_BUT_OPEN, cells.line(), "");
        }
        return checked(currency, original, open);
    }

    private ItemLine.@Nullable Amounts checked(Currency currency, BigDecimal original, BigDecimal open) {
        if (original.signum() == 0) {
            cells.refuse(
                    cells.has(Field.ORIGINAL_AMOUNT) ? Field.ORIGINAL_AMOUNT : Field.OPEN_AMOUNT,
                    "The amount is zero, nothing is owed",
                    "Leave the line out, or correct the amount");
            return null;
        }
        if (open.signum() == -original.signum() || open.abs().compareTo(original.abs()) > 0) {
            cells.refuse(
                    Field.OPEN_AMOUNT,
                    "%s cannot be open of an item of %s".formatted(open.toPlainString(), original.toPlainString()),
                    "Correct the open amount");
            return null;
        }
        return new ItemLine.Amounts(currency, original, open);
    }

    private @Nullable BigDecimal originalAsWritten() {
        if (cells.has(Field.ORIGINAL_AMOUNT)) {
            return cells.amount(Field.ORIGINAL_AMOUNT);
        }
        if (cells.has(Field.DEBIT_AMOUNT)) {
            return difference(cells.amount(Field.DEBIT_AMOUNT), cells.amount(Field.CREDIT_AMOUNT));
        }
        if (cells.has(Field.NET_AMOUNT)) {
            BigDecimal net = cells.amount(Field.NET_AMOUNT);
            BigDecimal tax = cells.amount(Field.TAX_AMOUNT);
            return net == null || tax == null ? net : net.add(tax);
        }
        return readsLocalAmount() ? cells.amount(Field.LOCAL_AMOUNT) : null;
    }

    private boolean readsLocalAmount() {
        return !cells.has(Field.ORIGINAL_AMOUNT)
                && !cells.has(Field.OPEN_AMOUNT)
                && !cells.has(Field.DEBIT_AMOUNT)
                && !cells.has(Field.NET_AMOUNT);
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal debit, @Nullable BigDecimal credit) {
        if (credit == null) {
            return debit;
        }
        return debit == null ? credit.abs().negate() : debit.abs().subtract(credit.abs());
    }

    private @Nullable BigDecimal exactSigned(@Nullable BigDecimal written, Currency currency, Field field) {
        BigDecimal exact = written == null ? null : cells.exact(written, currency, field);
        return exact == null ? null : signs.signed(cells, exact);
    }

    /** What the file says outright goes before what a clearing date suggests: some files carry a predicted one. */
    private boolean isCleared() {
        String flag = cells.text(Field.OPEN_FLAG).toLowerCase(Locale.ROOT);
        if (OPEN.contains(flag)) {
            return false;
        }
        return CLOSED.contains(flag) || cells.date(Field.CLEARING_DATE) != null;
    }

    /** Payments in lists of accounting programs often have no number; other documents must. */
    private String documentNumber(ItemKind kind, LocalDate documentDate, BigDecimal amount) {
        String number = documentText();
        if (kind == ItemKind.PAYMENT && number.chars().noneMatch(Character::isDigit)) {
            // BACS or CHEQUE is how it was paid, and on every other payment too
            number = "";
        }
        if (number.isEmpty() && kind.side() == ItemKind.Side.DEBIT) {
            cells.refuse(Field.DOCUMENT, "The line has no document number", "Add the document number to the line");
        }
        if (number.isEmpty()) {
            remarks.note(Remarks.Topic.NO_NUMBER, cells.line(), "");
            number = "%s %s %s".formatted(kind.label(), documentDate, amount.toPlainString());
        }
        return number;
    }

    private String documentText() {
        String number = cells.number(Field.DOCUMENT);
        return number.isEmpty() ? cells.number(Field.BILLING_DOCUMENT) : number;
    }

    private ItemLine.References references(String documentNumber) {
        String document = documentText();
        String reference = cells.number(Field.REFERENCE);
        return new ItemLine.References(
                cells.number(Field.ASSIGNMENT),
                reference.isEmpty() && !document.equals(documentNumber) ? document : reference,
                cells.number(Field.BILLING_DOCUMENT),
                cells.number(Field.DELIVERY),
                cells.number(Field.PURCHASE_ORDER),
                cells.number(Field.CLEARING_DOCUMENT),
                cells.text(Field.TEXT));
    }
}
