package org.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({"12.50,EUR,1250", "-0.01,GBP,-1", "1200,JPY,1200", "1.234,KWD,1234", "7,USD,700"})
    void anAmountIsHeldInTheMinorUnitsOfItsCurrency(String amount, String currency, long minor) {
        Money money = Money.of(amount, currency);
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.toDecimal()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"12.505,EUR", "0.5,JPY", "1.2345,KWD"})
    void anAmountWithTooManyDecimalsIsRefused(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(amount)
                .hasMessageContaining(currency);
    }

    @Test
    void roundingHappensOnlyUnderANamedRule() {
        BigDecimal half = new BigDecimal("0.125");
        assertThat(Money.rounded(half, EUR, RoundingMode.HALF_EVEN).minor()).isEqualTo(12);
        assertThat(Money.rounded(half, EUR, RoundingMode.HALF_UP).minor()).isEqualTo(13);
    }

    @Test
    void twoCurrenciesAreNeverNetted() {
        Money euro = Money.of("1", "EUR");
        Money pound = Money.of("1", "GBP");
        assertThatThrownBy(() -> euro.plus(pound)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.minus(pound)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.compareTo(pound)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSumThatLeavesTheRangeIsRefused() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, EUR).plus(Money.ofMinor(1, EUR)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCurrencyWithoutMinorUnitsCannotBeOwed() {
        assertThatThrownBy(() -> Money.ofMinor(1, "XAU")).isInstanceOf(IllegalArgumentException.class);
    }
}
