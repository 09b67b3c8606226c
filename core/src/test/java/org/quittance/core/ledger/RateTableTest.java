package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.Conversion.Converted;
import org.quittance.core.ledger.Conversion.NoRate;
import org.quittance.core.money.Money;

class RateTableTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Rate FRIDAY_USD = Rate.of("2026-05-01", "USD", "1.25", "ECB");
    private static final Rate MONDAY_USD = Rate.of("2026-05-04", "USD", "1.28", "ECB");
    private static final Rate FRIDAY_JPY = Rate.of("2026-05-01", "JPY", "160", "ECB");
    private static final RateTable TABLE = RateTable.of(EUR, 7, List.of(FRIDAY_USD, MONDAY_USD, FRIDAY_JPY));

    @Test
    void anAmountIsConvertedAtTheDatesRateAndNamesIt() {
        assertThat(convert("100.00", "EUR", "USD", "2026-05-04"))
                .isEqualTo(new Converted(Money.of("128.00", "USD"), List.of(MONDAY_USD)));
        assertThat(convert("128.00", "USD", "EUR", "2026-05-04"))
                .isEqualTo(new Converted(Money.of("100.00", "EUR"), List.of(MONDAY_USD)));
    }

    @Test
    void aWeekendTakesFridaysRate() {
        assertThat(convert("100.00", "EUR", "USD", "2026-05-03"))
                .isEqualTo(new Converted(Money.of("125.00", "USD"), List.of(FRIDAY_USD)));
    }

    @Test
    void twoForeignCurrenciesAreCrossedThroughTheBaseAndRoundedOnce() {
        assertThat(convert("10.01", "USD", "JPY", "2026-05-01"))
                .isEqualTo(new Converted(Money.of("1281", "JPY"), List.of(FRIDAY_USD, FRIDAY_JPY)));
    }

    @Test
    void oneCurrencyNeedsNoRate() {
        assertThat(convert("10.01", "CHF", "CHF", "2026-05-01"))
                .isEqualTo(new Converted(Money.of("10.01", "CHF"), List.of()));
    }

    @Test
    void theCallerNamesTheRounding() {
        Money cent = Money.of("0.01", "USD");
        LocalDate day = LocalDate.parse("2026-05-04");
        assertThat(TABLE.converted(cent, EUR, day, RoundingMode.DOWN))
                .isEqualTo(new Converted(Money.of("0.00", "EUR"), List.of(MONDAY_USD)));
        assertThat(TABLE.converted(cent, EUR, day, RoundingMode.UP))
                .isEqualTo(new Converted(Money.of("0.01", "EUR"), List.of(MONDAY_USD)));
    }

    @Test
    void aRateThatIsMissingOrTooOldOrOfTheFutureIsNamedAndNeverTakenForZero() {
        assertThat(convert("1.00", "CHF", "EUR", "2026-05-04")).isEqualTo(noRate("CHF", "2026-05-04"));
        assertThat(convert("1.00", "EUR", "USD", "2026-05-12")).isEqualTo(noRate("USD", "2026-05-12"));
        assertThat(convert("1.00", "EUR", "USD", "2026-04-30")).isEqualTo(noRate("USD", "2026-04-30"));
    }

    @Test
    void aTableThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> RateTable.of(EUR, 7, List.of(FRIDAY_USD, FRIDAY_USD)))
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> RateTable.of(EUR, 7, List.of(Rate.of("2026-05-01", "EUR", "1", "ECB"))))
                .hasMessageContaining("EUR");
        assertThatThrownBy(() -> Rate.of("2026-05-01", "USD", "0", "ECB")).hasMessageContaining("USD");
    }

    private static Conversion convert(String amount, String from, String to, String asOf) {
        return TABLE.converted(
                Money.of(amount, from), Currency.getInstance(to), LocalDate.parse(asOf), RoundingMode.HALF_UP);
    }

    private static NoRate noRate(String currency, String asOf) {
        return new NoRate(Currency.getInstance(currency), LocalDate.parse(asOf));
    }
}
