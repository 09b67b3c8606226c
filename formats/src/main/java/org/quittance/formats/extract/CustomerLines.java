package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Reads customers from rows. Checked in this order: number, currency, credit limit. */
final class CustomerLines {

    private static final Pattern BLANK = Pattern.compile("\\s");

    private final RowCells cells;
    private final Defaults defaults;

    CustomerLines(RowCells cells, Defaults defaults) {
        this.cells = cells;
        this.defaults = defaults;
    }

    /** The customer of the row at hand; null where the row is refused. */
    @Nullable
    CustomerLine read() {
        String number = cells.number(Field.CUSTOMER_NUMBER);
        if (number.isEmpty()) {
            cells.refuse(Field.CUSTOMER_NUMBER, "The line has no customer number", "Add the customer's number");
            return null;
        }
        Currency currency = cells.text(Field.CURRENCY).isEmpty() ? defaults.currency() : cells.currency(Field.CURRENCY);
        Money creditLimit = creditLimit(currency);
        if (cells.refusal() != null) {
            return null;
        }
        return new CustomerLine(
                cells.line(),
                cells.entity(),
                cells.customer(number, cells.text(Field.CUSTOMER_NAME)),
                cells.text(Field.STATE).strip().toUpperCase(Locale.ROOT),
                cells.text(Field.TRAIT).strip(),
                cells.text(Field.TERMS),
                currency,
                creditLimit,
                Discounts.read(cells.text(Field.TERMS)).orElse(null),
                BLANK.matcher(cells.text(Field.VIRTUAL_ACCOUNT)).replaceAll("").toUpperCase(Locale.ROOT));
    }

    private @Nullable Money creditLimit(@Nullable Currency currency) {
        BigDecimal limit = cells.amount(Field.CREDIT_LIMIT);
        if (limit == null) {
            return null;
        }
        if (currency == null) {
            cells.refuse(
                    Field.CREDIT_LIMIT,
                    "The credit limit has no currency",
                    "Add the currency, or name a default currency");
            return null;
        }
        BigDecimal exact = ExactAmount.of(limit, currency.getDefaultFractionDigits());
        if (exact == null) {
            cells.refuse(
                    Field.CREDIT_LIMIT,
                    "%s has more decimals than %s has".formatted(limit.toPlainString(), currency),
                    "Correct the credit limit");
            return null;
        }
        return Money.of(exact, currency);
    }
}
