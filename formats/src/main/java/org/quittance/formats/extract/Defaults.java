package org.quittance.formats.extract;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is taken where an extract does not say it.
 *
 * <p>{@code Defaults.of("1000", Currency.getInstance("EUR"))} for the list of one company that invoices in euro.
 *
 * @param entity the company code of lines that name none; empty where the file must say it itself
 * @param currency the currency of lines that name none; null where the file must say it itself
 * @param decimals what becomes of amounts with more decimals than the currency has
 */
public record Defaults(String entity, @Nullable Currency currency, DecimalRule decimals) {

    public Defaults {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(decimals, "decimals");
    }

    /** Lines have to say everything themselves. */
    public static Defaults none() {
        return new Defaults("", null, DecimalRule.OF_CURRENCY);
    }

    public static Defaults of(String entity, @Nullable Currency currency) {
        return new Defaults(entity, currency, DecimalRule.OF_CURRENCY);
    }
}
