package org.quittance.web.cash;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.quittance.core.money.Money;

/** Amounts as people type them: {@code 1,234.50}. */
final class Amounts {

    private Amounts() {}

    /** Empty where the text is no amount of the currency, or has more decimals than it. */
    static Optional<Money> parse(String text, Currency currency) {
        try {
            return Optional.of(Money.of(new BigDecimal(text.strip().replace(",", "")), currency));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
