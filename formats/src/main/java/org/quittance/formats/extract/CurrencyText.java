package org.quittance.formats.extract;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Currencies by ISO code, and by the few signs that mean one currency alone. The dollar sign means twenty of them. */
final class CurrencyText {

    private static final Map<String, Currency> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, currency -> currency));

    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "EURO", "EUR", "£", "GBP", "US$", "USD", "A$", "AUD", "C$", "CAD", "NZ$", "NZD");

    private final Map<String, Currency> remembered = new HashMap<>();

    /** The currency; null where the text names none that can be owed. */
    @Nullable
    Currency parse(String text) {
        Currency known = remembered.get(text);
        if (known != null) {
            return known;
        }
        String code = text.toUpperCase(Locale.ROOT);
        Currency currency = CODES.get(SIGNS.getOrDefault(code, code));
        if (currency != null) {
            remembered.put(text, currency);
        }
        return currency;
    }
}
