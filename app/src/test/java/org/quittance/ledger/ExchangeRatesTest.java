package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.core.money.Money;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Uses currencies that no other test has. */
@ApplicationTest
class ExchangeRatesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-02-27");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Autowired
    private ExchangeRates rates;

    @BeforeEach
    void reportsInEuro() {
        rates.reportIn(EUR, "test");
    }

    @Test
    void aRateIsAddedOnceCorrectedWhereItDiffersAndTheLaterLineCounts() {
        assertThat(rates.enter(List.of(draft("NOK", FRIDAY, "11.5"), draft("NOK", MONDAY, "11.4")), "test"))
                .isEqualTo(new ExchangeRates.Entered(2, 0));
        assertThat(rates.enter(List.of(draft("NOK", FRIDAY, "11.50"), draft("NOK", MONDAY, "11.6")), "test"))
                .isEqualTo(new ExchangeRates.Entered(0, 1));
        assertThat(rates.enter(List.of(draft("NOK", MONDAY, "9"), draft("NOK", MONDAY, "11.7")), "test"))
                .isEqualTo(new ExchangeRates.Entered(0, 1));
        assertThat(rates.rates("NOK", MONDAY, 0, 10))
                .extracting(listed -> listed.day() + " " + listed.rate().stripTrailingZeros())
                .containsExactly("2026-03-02 11.7", "2026-02-27 11.5");
        assertThat(rates.rates("NOK", FRIDAY, 0, 10)).hasSize(1);
    }

    @Test
    void amountsAreReportedByTheLastRateAtOrBeforeTheDay() {
        rates.enter(List.of(draft("SEK", FRIDAY, "12.5"), draft("SEK", MONDAY, "25")), "test");
        ReportingTotals sunday = rates.reported(List.of(List.of(Money.of("125.00", "SEK"))), MONDAY.minusDays(1))
                .orElseThrow();
        assertThat(sunday.totals()).contains(List.of(Money.of("10.00", "EUR")));
        ReportingTotals.Converted line =
                (ReportingTotals.Converted) sunday.lines().getFirst();
        assertThat(line.rates())
                .containsExactly(new Rate(FRIDAY, Currency.getInstance("SEK"), new BigDecimal("12.5"), "test bank"));
    }

    @Test
    void aMissingRateIsSaidAndNotGuessed() {
        ReportingTotals totals =
                rates.reported(List.of(List.of(Money.of("1", "ISK"))), MONDAY).orElseThrow();
        assertThat(totals.totals()).isEmpty();
        assertThat(totals.missing()).containsExactly(Currency.getInstance("ISK"));
    }

    @Test
    void aRateQuotedTheOtherWayRoundServesToo() {
        rates.enter(List.of(new RateDraft("CZK", "EUR", MONDAY, new BigDecimal("0.04"), "test bank")), "test");
        assertThat(rates.reported(List.of(List.of(Money.of("100.00", "CZK"))), MONDAY)
                        .orElseThrow()
                        .totals())
                .contains(List.of(Money.of("4.00", "EUR")));
    }

    private static RateDraft draft(String quote, LocalDate day, String rate) {
        return new RateDraft("EUR", quote, day, new BigDecimal(rate), "test bank");
    }
}
