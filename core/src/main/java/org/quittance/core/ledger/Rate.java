package org.quittance.core.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * How many units of a currency one unit of the table's base currency bought on a day.
 *
 * <p>In a table with base EUR, {@code Rate.of("2026-05-04", "USD", "1.0842", "ECB")} says that EUR 1 was USD 1.0842.
 *
 * @param perBase units of the currency for one unit of the base; more than zero
 * @param source who published it
 */
public record Rate(LocalDate date, Currency currency, BigDecimal perBase, String source) {

    public Rate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        if (perBase.signum() <= 0) {
            throw new IllegalArgumentException("A rate of %s for %s".formatted(perBase, currency));
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("The rate of %s on %s names no source".formatted(currency, date));
        }
    }

    public static Rate of(String date, String currencyCode, String perBase, String source) {
        return new Rate(LocalDate.parse(date), Currency.getInstance(currencyCode), new BigDecimal(perBase), source);
    }
}
