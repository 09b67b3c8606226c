package org.quittance.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.interest.LatePaymentScheme.EUROPEAN_UNION;
import static org.quittance.core.interest.LatePaymentScheme.UNITED_KINGDOM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.interest.LateCharge.Chargeable;
import org.quittance.core.interest.LateCharge.NotChargeable;
import org.quittance.core.interest.LateCharge.Reason;
import org.quittance.core.money.Money;

class LatePaymentSchemeTest {

    private static final LocalDate DUE = LocalDate.parse("2026-02-01");

    @ParameterizedTest(name = "{0} at {1} % for {2} days, rounded {3}: {4}")
    @CsvSource({
        "5000.00, 12.25, 101, ON_THE_TOTAL, 169.49",
        "5000.00, 12.25, 101, ON_EACH_DAY, 169.68",
        "5000.00, 12, 90, ON_THE_TOTAL, 147.95",
        "2000.00, 12.25, 45, ON_THE_TOTAL, 30.21",
        "1000.00, 8.5, 50, ON_THE_TOTAL, 11.64",
    })
    void interestIsSimpleOnAYearOf365Days(
            String debt, BigDecimal percent, int days, InterestRounding rounding, String interest) {
        ReferenceRates rates =
                ReferenceRates.of(Map.of(LocalDate.parse("2025-12-31"), percent.subtract(BigDecimal.valueOf(8))));
        assertThat(UNITED_KINGDOM.charge(Money.of(debt, "GBP"), DUE, DUE.plusDays(days), rates, rounding))
                .isInstanceOfSatisfying(Chargeable.class, charge -> {
                    assertThat(charge.interest()).isEqualTo(Money.of(interest, "GBP"));
                    assertThat(charge.periods())
                            .extracting(InterestPeriod::days)
                            .containsExactly((long) days);
                });
    }

    @ParameterizedTest
    @CsvSource({"0.01,40", "999.99,40", "1000.00,70", "9999.99,70", "10000.00,100", "5000000.00,100"})
    void theBritishFixedSumGrowsWithTheDebt(String debt, String sum) {
        assertThat(UNITED_KINGDOM.compensation(Money.of(debt, "GBP"))).isEqualTo(Money.of(sum, "GBP"));
    }

    @ParameterizedTest(name = "overdue from {0}: {1} %")
    @CsvSource({
        "2026-01-01, 12.00", // base rate of 31 December
        "2026-06-30, 12.00",
        "2026-07-01, 11.75", // base rate of 30 June
        "2026-12-31, 11.75",
    })
    void aBritishDebtKeepsTheRateOfTheHalfYearInWhichItBecameOverdue(LocalDate firstDay, BigDecimal percent) {
        ReferenceRates rates = ReferenceRates.of(Map.of(
                LocalDate.parse("2025-12-31"), new BigDecimal("4.00"),
                LocalDate.parse("2026-01-01"), new BigDecimal("9.00"),
                LocalDate.parse("2026-06-30"), new BigDecimal("3.75")));
        LateCharge charge = UNITED_KINGDOM.charge(
                Money.of("100", "GBP"),
                firstDay.minusDays(1),
                firstDay.plusYears(1),
                rates,
                InterestRounding.ON_THE_TOTAL);
        assertThat(charge)
                .isInstanceOfSatisfying(
                        Chargeable.class,
                        chargeable -> assertThat(chargeable.periods())
                                .extracting(InterestPeriod::percent)
                                .containsExactly(percent));
    }

    @Test
    void aEuropeanDebtTakesTheRateOfEachHalfYearThatItRunsThrough() {
        ReferenceRates rates = ReferenceRates.of(Map.of(
                LocalDate.parse("2026-01-01"), new BigDecimal("2.15"),
                LocalDate.parse("2026-07-01"), new BigDecimal("1.90")));
        LocalDate due = LocalDate.parse("2026-06-20");
        assertThat(EUROPEAN_UNION.charge(
                        Money.of("36500", "EUR"), due, due.plusDays(20), rates, InterestRounding.ON_THE_TOTAL))
                .isEqualTo(new Chargeable(
                        List.of(
                                new InterestPeriod(
                                        LocalDate.parse("2026-06-21"),
                                        LocalDate.parse("2026-06-30"),
                                        Money.of("36500", "EUR"),
                                        new BigDecimal("10.15")),
                                new InterestPeriod(
                                        LocalDate.parse("2026-07-01"),
                                        LocalDate.parse("2026-07-10"),
                                        Money.of("36500", "EUR"),
                                        new BigDecimal("9.90"))),
                        Money.of("200.50", "EUR"),
                        Money.of("40", "EUR")));
    }

    @ParameterizedTest(name = "{0} {1}, last day {2}: {3}")
    @CsvSource({
        "-1, USD, 2026-02-01, OTHER_CURRENCY",
        "0, GBP, 2026-02-01, NOTHING_OWED",
        "1, GBP, 2026-02-01, NOT_LATE",
        "1, GBP, 2026-02-02, NO_RATE",
    })
    void nothingIsChargedWithoutADebtADelayAndARate(String debt, String currency, LocalDate lastDay, Reason reason) {
        ReferenceRates none = ReferenceRates.of(Map.of());
        assertThat(UNITED_KINGDOM.charge(Money.of(debt, currency), DUE, lastDay, none, InterestRounding.ON_THE_TOTAL))
                .isEqualTo(new NotChargeable(reason));
    }
}
