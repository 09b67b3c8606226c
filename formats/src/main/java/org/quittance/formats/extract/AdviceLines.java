package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads the lines of remittance lists from rows. Checked in this order: document, date, currency, amounts. */
final class AdviceLines {

    private final RowCells cells;

    AdviceLines(RowCells cells) {
        this.cells = cells;
    }

    /** The line of the row at hand; null where the row is refused. */
    @Nullable
    AdviceLine read() {
        String document = cells.number(Field.DOCUMENT);
        if (document.isEmpty()) {
            cells.refuse(Field.DOCUMENT, "The line names no document", "Add the number of the invoice that is paid");
            return null;
        }
        LocalDate paidOn = cells.date(Field.VALUE_DATE);
        Currency currency = cells.currency(Field.CURRENCY);
        if (currency == null) {
            return null;
        }
        BigDecimal paid = amount(Field.ORIGINAL_AMOUNT, currency);
        BigDecimal gross = amount(Field.OPEN_AMOUNT, currency);
        BigDecimal discount = takenOff(Field.DISCOUNT, currency);
        BigDecimal deduction = takenOff(Field.DEDUCTION, currency);
        if (paid == null) {
            cells.refuse(Field.ORIGINAL_AMOUNT, "The line has no amount", "Add what is paid for the document");
        }
        if (paid == null || cells.refusal() != null) {
            return null;
        }
        return new AdviceLine(
                cells.line(),
                cells.number(Field.REFERENCE),
                cells.text(Field.PAYER_NAME),
                cells.text(Field.PAYER_ACCOUNT),
                document,
                cells.number(Field.PURCHASE_ORDER),
                currency,
                gross,
                discount,
                deduction,
                cells.text(Field.DEDUCTION_REASON),
                paid,
                paidOn);
    }

    private @Nullable BigDecimal amount(Field field, Currency currency) {
        BigDecimal written = cells.amount(field);
        return written == null ? null : cells.exact(written, currency, field);
    }

    /** Written with or without a minus: what is taken off is taken off. */
    private @Nullable BigDecimal takenOff(Field field, Currency currency) {
        BigDecimal amount = amount(field, currency);
        return amount == null ? null : amount.abs();
    }
}
