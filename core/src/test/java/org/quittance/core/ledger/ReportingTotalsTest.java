package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ReportingTotals.Converted;
import org.quittance.core.ledger.ReportingTotals.Line;
import org.quittance.core.ledger.ReportingTotals.WithoutRate;
import org.quittance.core.money.Money;

class ReportingTotalsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
    private static final Rate USD_RATE = Rate.of("2026-05-01", "USD", "1.25", "ECB");
    private static final Rate GBP_RATE = Rate.of("2026-05-04", "GBP", "0.80", "ECB");
    private static final Rate USD_PER_GBP = Rate.of("2026-05-04", "USD", "1.60", "House bank");
    private static final RateTable OF_EUR = RateTable.of(EUR, Integer.MAX_VALUE, List.of(USD_RATE, GBP_RATE));
    private static final RateTable OF_GBP = RateTable.of(GBP, Integer.MAX_VALUE, List.of(USD_PER_GBP));

    @Test
    void eachCurrencyIsConvertedByTheLastRateAndTheFiguresShownAddUp() {
        ReportingTotals totals =
                totals(EUR, List.of(OF_EUR), List.of(money("USD", "10.03", "-0.01"), money("EUR", "1.00", "0.00")));
        assertThat(totals.lines())
                .containsExactly(
                        new Converted(money("EUR", "1.00", "0.00"), money("EUR", "1.00", "0.00"), EUR, List.of()),
                        new Converted(
                                money("USD", "10.03", "-0.01"), money("EUR", "8.02", "-0.01"), EUR, List.of(USD_RATE)));
        assertThat(totals.totals()).contains(money("EUR", "9.02", "-0.01"));
        assertThat(totals.missing()).isEmpty();
    }

    @Test
    void twoForeignCurrenciesCrossThroughTheBaseAndNameBothRates() {
        Line line = totals(GBP, List.of(OF_EUR), List.of(money("USD", "12.50")))
                .lines()
                .getFirst();
        assertThat(line)
                .isEqualTo(
                        new Converted(money("USD", "12.50"), money("GBP", "8.00"), EUR, List.of(USD_RATE, GBP_RATE)));
    }

    @Test
    void theFirstTableThatCanConvertDoes() {
        Line line = totals(GBP, List.of(OF_GBP, OF_EUR), List.of(money("USD", "16.00")))
                .lines()
                .getFirst();
        assertThat(line)
                .isEqualTo(new Converted(money("USD", "16.00"), money("GBP", "10.00"), GBP, List.of(USD_PER_GBP)));
    }

    @Test
    void aHalfGoesAwayFromZero() {
        Rate two = Rate.of("2026-05-04", "USD", "2", "ECB");
        RateTable table = RateTable.of(EUR, Integer.MAX_VALUE, List.of(two));
        Line line = totals(EUR, List.of(table), List.of(money("USD", "0.01", "-0.01")))
                .lines()
                .getFirst();
        assertThat(line)
                .isEqualTo(
                        new Converted(money("USD", "0.01", "-0.01"), money("EUR", "0.01", "-0.01"), EUR, List.of(two)));
    }

    @Test
    void withoutARateThereIsNoTotalAndTheCurrencyIsNamed() {
        ReportingTotals totals = totals(EUR, List.of(OF_EUR), List.of(money("EUR", "1.00"), money("CHF", "5.00")));
        assertThat(totals.lines()).contains(new WithoutRate(money("CHF", "5.00")));
        assertThat(totals.totals()).isEmpty();
        assertThat(totals.missing()).containsExactly(Currency.getInstance("CHF"));
    }

    @Test
    void aRateOfALaterDayIsNoRate() {
        ReportingTotals totals = ReportingTotals.of(
                List.of(money("USD", "1.00")), new ReportingRates(EUR, LocalDate.parse("2026-04-30"), List.of(OF_EUR)));
        assertThat(totals.missing()).containsExactly(Currency.getInstance("USD"));
    }

    private static ReportingTotals totals(Currency reporting, List<RateTable> tables, List<List<Money>> amounts) {
        return ReportingTotals.of(amounts, new ReportingRates(reporting, MONDAY, tables));
    }

    private static List<Money> money(String currency, String... amounts) {
        return List.of(amounts).stream()
                .map(amount -> Money.of(amount, currency))
                .toList();
    }
}
