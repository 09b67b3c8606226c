package org.quittance.web.page;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** What people type into forms: tidied up, and read where it can be. */
public final class Typed {

    private Typed() {}

    /** Without blanks around it; empty where the form left the field out. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /**
     * {@code 1,234.50}, or {@code 1.234,50} as others write it; empty where the text is no amount of the currency, could be two, or has more
     * decimals than it.
     */
    public static Optional<Money> amount(String typed, Currency currency) {
        try {
            return Numeral.read(typed, currency.getDefaultFractionDigits()).map(number -> Money.of(number, currency));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The same of a currency that is not known yet: with two decimals at most where a comma stands in it. */
    public static Optional<BigDecimal> number(String typed) {
        return typed.strip().matches("\\d{1,13}(\\.\\d{1,4})?")
                ? Optional.of(new BigDecimal(typed.strip()))
                : Numeral.read(typed, 2);
    }

    /** By its three letters, in capitals or not; empty where there is none, or nothing can be owed in it. */
    public static Optional<Currency> currency(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** The two capital letters of a country (ISO 3166); empty where there is none. */
    public static Optional<String> country(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Locale.getISOCountries()).filter(code::equals).findFirst();
    }
}
