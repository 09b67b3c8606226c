package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of settlement reports from rows. Checked in this order: dates, currency, amounts.
 *
 * <p>Of gross, fee and net any two tell the third. Where all three are told they must agree, with the fee written either way.
 */
final class SettlementLines {

    private static final List<Field> FEES = List.of(Field.FEE, Field.FEE_2, Field.FEE_3, Field.FEE_4);

    private final RowCells cells;

    SettlementLines(RowCells cells) {
        this.cells = cells;
    }

    /** The line of the row at hand; null where the row is refused. */
    @Nullable
    SettlementLine read() {
        LocalDate paidOn = cells.date(Field.VALUE_DATE);
        LocalDate day = cells.date(Field.DOCUMENT_DATE);
        Currency currency = cells.currency(Field.CURRENCY);
        if (currency == null) {
            return null;
        }
        Amounts amounts = amounts(currency);
        if (amounts == null || cells.refusal() != null) {
            return null;
        }
        String type = cells.text(Field.DOCUMENT_TYPE);
        SettlementType kind = SettlementType.of(type, amounts.gross().signum());
        return new SettlementLine(
                cells.line(),
                cells.number(Field.REFERENCE),
                paidOn,
                kind,
                cells.number(Field.TRANSACTION),
                cells.number(Field.TAKEN_BACK_TRANSACTION),
                cells.number(Field.DOCUMENT),
                cells.text(Field.PAYER_ACCOUNT),
                cells.text(Field.PAYER_NAME),
                kind == SettlementType.PAYOUT ? cells.text(Field.ASSIGNMENT) : text(),
                day,
                currency,
                amounts.gross(),
                amounts.fee(),
                kind == SettlementType.PAYMENT ? "" : together(type, cells.text(Field.DEDUCTION_REASON)));
    }

    private record Amounts(BigDecimal gross, BigDecimal fee) {}

    private @Nullable Amounts amounts(Currency currency) {
        BigDecimal gross = amount(Field.ORIGINAL_AMOUNT, currency);
        BigDecimal net = net(currency);
        BigDecimal fee = fee(currency);
        if (cells.refusal() != null) {
            return null;
        }
        BigDecimal told = fee == null ? BigDecimal.ZERO : fee;
        if (gross == null) {
            return net == null ? none() : new Amounts(net.add(told), told);
        }
        if (net == null) {
            return new Amounts(gross, gross.signum() > 0 ? told.abs() : told);
        }
        BigDecimal kept = gross.subtract(net);
        if (fee != null && fee.abs().compareTo(kept.abs()) != 0) {
            cells.refuse(
                    Field.NET_AMOUNT,
                    "%s less the fee of %s is not %s"
                            .formatted(gross.toPlainString(), fee.toPlainString(), net.toPlainString()),
                    "Ask the processor which is right, and feed the report again");
            return null;
        }
        return new Amounts(gross, kept);
    }

    private @Nullable Amounts none() {
        cells.refuse(Field.ORIGINAL_AMOUNT, "The line has no amount", "Add what was paid or what is paid out for it");
        return null;
    }

    /** In one column, or in two for either direction. */
    private @Nullable BigDecimal net(Currency currency) {
        BigDecimal net = amount(Field.NET_AMOUNT, currency);
        BigDecimal credit = amount(Field.CREDIT_AMOUNT, currency);
        BigDecimal debit = amount(Field.DEBIT_AMOUNT, currency);
        if (net != null || (credit == null && debit == null)) {
            return net;
        }
        return (credit == null ? BigDecimal.ZERO : credit).subtract(debit == null ? BigDecimal.ZERO : debit);
    }

    private @Nullable BigDecimal fee(Currency currency) {
        BigDecimal sum = null;
        for (Field field : FEES) {
            BigDecimal part = amount(field, currency);
            if (part != null) {
                sum = sum == null ? part : sum.add(part);
            }
        }
        return sum;
    }

    private @Nullable BigDecimal amount(Field field, Currency currency) {
        BigDecimal written = cells.amount(field);
        return written == null ? null : cells.exact(written, currency, field);
    }

    private String text() {
        Set<String> told = new LinkedHashSet<>();
        for (Field field : List.of(Field.DOCUMENT, Field.PURCHASE_ORDER, Field.REMITTANCE_TEXT)) {
            told.add(field == Field.REMITTANCE_TEXT ? cells.text(field) : cells.number(field));
        }
        told.remove("");
        return String.join("\n", told);
    }

    private static String together(String type, String reason) {
        return reason.isEmpty() ? type : type + ", " + reason;
    }
}
