package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.formats.table.FormulaGuard;
import org.quittance.formats.table.Row;

/**
 * The cells of the row at hand by field, read as what they are.
 *
 * <p>The first cell that cannot be read refuses the row, and the others are no longer asked about: getters then return null, or
 * empty text. One instance serves a whole file and keeps no row.
 */
final class RowCells {

    private final String file;
    private final Layout layout;
    private final Defaults defaults;
    private final Map<Field, Integer> columnOf = new EnumMap<>(Field.class);
    private final DateText dates;
    private final CurrencyText currencies = new CurrencyText();

    private Row row;
    private @Nullable Problem refusal;

    RowCells(String file, Layout layout, Defaults defaults, Row first) {
        this.file = file;
        this.layout = layout;
        this.defaults = defaults;
        this.dates = new DateText(layout.dateOrder());
        this.row = first;
        for (int column = 0; column < layout.columns().size(); column++) {
            columnOf.put(layout.columns().get(column), column);
        }
        columnOf.remove(Field.IGNORED);
    }

    void moveTo(Row next) {
        row = next;
        refusal = null;
    }

    long line() {
        return row.line();
    }

    /** Why the row is refused; null as long as all that was asked could be read. */
    @Nullable
    Problem refusal() {
        return refusal;
    }

    boolean has(Field field) {
        return columnOf.containsKey(field);
    }

    /** The cell as written, without blanks around it; empty where the field has no column. */
    String text(Field field) {
        Integer column = columnOf.get(field);
        return column == null ? "" : FormulaGuard.unguarded(row.cell(column));
    }

    /** A number that names something: programs that take it for an amount write {@code 1930573770.0}. */
    String number(Field field) {
        String text = text(field);
        if (!text.endsWith(".0") || text.length() < 3) {
            return text;
        }
        for (int i = 0; i < text.length() - 2; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return text;
            }
        }
        return text.substring(0, text.length() - 2);
    }

    /** The date of the cell; null where the cell is empty, and where it is no date, which refuses the row. */
    @Nullable
    LocalDate date(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = dates.parse(text);
        if (date == null && !DateText.isNone(text)) {
            refuse(
                    field,
                    "%s is not a date (%s)".formatted(text, layout.dateOrder().label()),
                    "Correct the date and feed the line again");
        }
        return date;
    }

    /** The amount of the cell; null where the cell is empty, and where it is no amount, which refuses the row. */
    @Nullable
    BigDecimal amount(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal amount = AmountText.parse(text, layout.decimalMark());
        if (amount == null) {
            refuse(
                    field,
                    "%s is not an amount with a decimal %s"
                            .formatted(text, layout.decimalMark() == DecimalMark.POINT ? "point" : "comma"),
                    "Correct the amount and feed the line again");
        }
        return amount;
    }

    /** Days of payment; null where the cell is empty or no number of days, which refuses the row. */
    @Nullable
    Integer days(Field field) {
        BigDecimal number = amount(field);
        if (number == null) {
            return null;
        }
        int days = number.intValue();
        if (days < 0 || days > 3660 || number.compareTo(BigDecimal.valueOf(days)) != 0) {
            refuse(field, number.toPlainString() + " is not a number of days", "Correct the days of payment");
            return null;
        }
        return days;
    }

    /** The currency of the cell, else the default one; null where both are missing or unknown, which refuses the row. */
    @Nullable
    Currency currency(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            return defaults.currency() != null ? defaults.currency() : currencyOfTheBooks(field);
        }
        Currency currency = currencies.parse(text);
        if (currency == null) {
            refuse(field, text + " is not the code of a currency", "Write the ISO code, for example EUR");
        }
        return currency;
    }

    /** Of the line's company; where that is not known it is the company that is refused, whose answer brings the currency. */
    private @Nullable Currency currencyOfTheBooks(Field field) {
        String entity = entity();
        if (defaults.books() == null || entity.isEmpty()) {
            refuse(field, "The line names no currency", "Add the currency to the line, or name a default currency");
            return null;
        }
        Currency currency = defaults.books().get(entity);
        if (currency == null) {
            refuse(
                    Field.ENTITY,
                    Defaults.NO_SUCH_ENTITY + entity,
                    "Add the legal entity under Entities, or correct the code, and feed the line again");
        }
        return currency;
    }

    /** The amount without binary noise; null where it has more decimals than the currency, which refuses the row. */
    @Nullable
    BigDecimal exact(BigDecimal amount, Currency currency, Field field) {
        BigDecimal exact = ExactAmount.of(amount, currency.getDefaultFractionDigits());
        if (exact != null || defaults.decimals() == DecimalRule.AS_WRITTEN) {
            return exact != null ? exact : ExactAmount.withoutNoise(amount);
        }
        refuse(
                field,
                "%s has more decimals than %s has".formatted(amount.toPlainString(), currency),
                "Correct the amount or the currency");
        return null;
    }

    String entity() {
        String entity = number(Field.ENTITY);
        return entity.isEmpty() ? defaults.entity() : entity;
    }

    CustomerDetails customer(String number, String name) {
        return new CustomerDetails(
                number,
                name,
                number(Field.PAYER),
                text(Field.EMAIL),
                text(Field.PHONE),
                number(Field.MOBILE),
                text(Field.STREET),
                text(Field.POSTAL_CODE),
                text(Field.CITY),
                text(Field.COUNTRY),
                text(Field.LANGUAGE),
                text(Field.TAX_NUMBER));
    }

    /** Refuses the row for what stands in the field, unless it is refused already. */
    void refuse(Field field, String message, String remedy) {
        if (refusal == null) {
            refusal = Problem.row(file, row.line(), layout.headerOf(field), text(field), message, remedy);
        }
    }
}
