package org.quittance.formats.extract;

import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is taken where an extract does not say it.
 *
 * <p>{@code Defaults.of("1000", Currency.getInstance("EUR"))} for the list of one company that invoices in euro.
 *
 * @param entity the company code of lines that name none; empty where the file must say it itself
 * @param currency the currency of lines that name none; null where it is that of the line's company
 * @param books the currency of each company's books by company code; null where no companies are known, and a line without a currency can
 *     only be refused for that
 * @param decimals what becomes of amounts with more decimals than the currency has
 */
public record Defaults(
        String entity,
        @Nullable Currency currency,
        @Nullable Map<String, Currency> books,
        DecimalRule decimals) {

    /** How the problem of a line begins whose company code is not known. */
    public static final String NO_SUCH_ENTITY = "There is no legal entity ";

    public Defaults {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(decimals, "decimals");
        books = books == null ? null : Map.copyOf(books);
    }

    /** Lines have to say everything themselves. */
    public static Defaults none() {
        return new Defaults("", null, null, DecimalRule.OF_CURRENCY);
    }

    public static Defaults of(String entity, @Nullable Currency currency) {
        return new Defaults(entity, currency, null, DecimalRule.OF_CURRENCY);
    }

    /** A line that names no currency has that of its company's books. */
    public Defaults with(Map<String, Currency> booksByCompany) {
        return new Defaults(entity, currency, booksByCompany, decimals);
    }
}
