package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads payments from rows. Checked in this order: date, currency, amount. */
final class PaymentLines {

    private final RowCells cells;
    private final SignRule signs;

    PaymentLines(RowCells cells, Layout layout) {
        this.cells = cells;
        this.signs = layout.signs();
    }

    /** The payment of the row at hand; null where the row is refused. */
    @Nullable
    PaymentLine read() {
        LocalDate value = cells.date(Field.VALUE_DATE);
        LocalDate booking = cells.date(Field.POSTING_DATE);
        LocalDate either = value != null ? value : booking;
        if (either == null) {
            cells.refuse(Field.VALUE_DATE, "The line has no date", "Add the date of the payment to the line");
            return null;
        }
        Currency currency = cells.currency(Field.CURRENCY);
        BigDecimal amount = currency == null ? null : amount(currency);
        if (currency == null || amount == null || cells.refusal() != null) {
            return null;
        }
        return new PaymentLine(
                cells.line(),
                cells.text(Field.ROW_ID),
                cells.entity(),
                cells.text(Field.PAYER_NAME),
                cells.text(Field.PAYER_ACCOUNT),
                cells.text(Field.REFERENCE),
                cells.text(Field.REMITTANCE_TEXT),
                currency,
                amount,
                either,
                booking == null ? either : booking);
    }

    private @Nullable BigDecimal amount(Currency currency) {
        Field field = cells.has(Field.ORIGINAL_AMOUNT) ? Field.ORIGINAL_AMOUNT : Field.CREDIT_AMOUNT;
        BigDecimal written = cells.has(Field.ORIGINAL_AMOUNT) ? signed() : credited();
        if (written == null) {
            cells.refuse(field, "The line has no amount", "Add the amount to the line");
            return null;
        }
        if (written.signum() == 0) {
            cells.refuse(field, "The amount is zero, nothing was paid", "Leave the line out, or correct the amount");
            return null;
        }
        return cells.exact(written, currency, field);
    }

    /** A credit on our bank account is money received. */
    private @Nullable BigDecimal signed() {
        BigDecimal written = cells.amount(Field.ORIGINAL_AMOUNT);
        Side side = signs == SignRule.BY_INDICATOR ? Side.parse(cells.text(Field.DEBIT_CREDIT)) : null;
        if (written == null || side == null) {
            return written;
        }
        return side == Side.CREDIT ? written.abs() : written.abs().negate();
    }

    private @Nullable BigDecimal credited() {
        BigDecimal credit = cells.amount(Field.CREDIT_AMOUNT);
        BigDecimal debit = cells.amount(Field.DEBIT_AMOUNT);
        if (debit == null || debit.signum() == 0) {
            return credit;
        }
        return (credit == null ? BigDecimal.ZERO : credit.abs()).subtract(debit.abs());
    }
}
