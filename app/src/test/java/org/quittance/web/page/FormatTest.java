package org.quittance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class FormatTest {

    private static final Format BRITISH = new Format(Locale.UK, ZoneId.of("Europe/Amsterdam"));

    @ParameterizedTest(name = "{1} {2} in {0} reads {3}")
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | 1234567.5          | EUR | 1,234,567.50
            de-DE | -1234.5            | EUR | -1.234,50
            en-GB | 1234567            | JPY | 1,234,567
            en-GB | 1.234              | KWD | 1.234
            en-GB | 0                  | GBP | 0.00
            en-GB | 92233720368547758.07 | USD | 92,233,720,368,547,758.07
            """)
    void anAmountHasExactlyTheDecimalsOfItsCurrencyInTheViewersLocale(
            Locale locale, String amount, String currency, String expected) {
        Format format = new Format(locale, ZoneId.of("UTC"));
        assertThat(format.amount(Money.of(amount, currency))).isEqualTo(expected);
    }

    @Test
    void moneyNamesItsCurrencyAfterASpaceThatDoesNotBreak() {
        assertThat(BRITISH.money(Money.of("12.5", "EUR"))).isEqualTo("12.50\u00a0EUR");
    }

    @Test
    void oneDayIsADayAndTwoAreDays() {
        assertThat(BRITISH.days(1)).isEqualTo("1\u00a0day");
        assertThat(BRITISH.days(1200)).isEqualTo("1,200\u00a0days");
    }

    @Test
    void momentsAreShownInTheTimeZoneOfTheInstallation() {
        assertThat(BRITISH.moment(Instant.parse("2026-03-02T23:30:00Z"))).isEqualTo("3 Mar 2026, 00:30:00");
        assertThat(BRITISH.date(LocalDate.of(2026, 3, 2))).isEqualTo("2 Mar 2026");
    }

    @Test
    void aShareHasOneDecimal() {
        assertThat(BRITISH.percent(new BigDecimal("0.9056"))).isEqualTo("90.6%");
    }
}
