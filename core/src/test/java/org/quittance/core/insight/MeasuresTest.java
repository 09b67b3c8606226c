package org.quittance.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.insight.Figure.Gap;
import org.quittance.core.insight.Figure.Known;
import org.quittance.core.insight.Figure.Undefined;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class MeasuresTest {

    private static final Money NOTHING = euro("0");
    private static final Money RECEIVABLES = euro("300");
    private static final Money NOT_YET_DUE = euro("180");
    private static final Money SALES = euro("380");
    private static final List<SalesMonth> FIRST_QUARTER = List.of(
            SalesMonth.of(YearMonth.of(2026, 1), euro("160")),
            SalesMonth.of(YearMonth.of(2026, 2), euro("100")),
            SalesMonth.of(YearMonth.of(2026, 3), euro("120")));

    @ParameterizedTest(name = "{2}")
    @MethodSource("family")
    void eachMeasureEqualsItsFormula(Figure figure, String value, Measure measure) {
        assertThat(figure).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.measure()).isEqualTo(measure);
            assertThat(known.rounded(2)).isEqualTo(value);
        });
    }

    static Object[][] family() {
        return new Object[][] {
            {Dso.simple(RECEIVABLES, SALES, 90), "71.05", Measure.DSO},
            {Dso.bestPossible(NOT_YET_DUE, SALES, 90), "42.63", Measure.BEST_POSSIBLE_DSO},
            {Dso.delinquent(euro("120"), SALES, 90), "28.42", Measure.DELINQUENT_DSO},
            {Dso.averageDaysDelinquent(RECEIVABLES, NOT_YET_DUE, SALES, 90), "28.42", Measure.AVERAGE_DAYS_DELINQUENT},
            {Dso.countback(RECEIVABLES, FIRST_QUARTER), "74.50", Measure.COUNTBACK_DSO},
            {Dso.countback(euro("212"), monthsOfThirtyDays("100", "80", "70")), "73.71", Measure.COUNTBACK_DSO},
            {Dso.countback(euro("180"), monthsOfThirtyDays("100", "80")), "60.00", Measure.COUNTBACK_DSO},
            {Dso.countback(euro("90"), monthsOfThirtyDays("0", "100")), "57.00", Measure.COUNTBACK_DSO},
            {Dso.trueDso(openItems(), FIRST_QUARTER, LocalDate.parse("2026-03-31")), "46.75", Measure.TRUE_DSO},
            {
                CollectionEffectiveness.index(euro("250"), SALES, RECEIVABLES, NOT_YET_DUE),
                "73.33",
                Measure.COLLECTION_EFFECTIVENESS
            },
            {
                DaysLate.weighted(List.of(new DaysLate.Paid(euro("100"), 30), new DaysLate.Paid(euro("300"), 10))),
                "15.00",
                Measure.WEIGHTED_DAYS_LATE
            },
            {
                DaysLate.weighted(List.of(new DaysLate.Paid(euro("100"), -6), new DaysLate.Paid(euro("50"), 3))),
                "-3.00",
                Measure.WEIGHTED_DAYS_LATE
            },
        };
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("gaps")
    void aMeasureThatTheFactsCannotGiveIsUndefinedAndNotZero(Figure figure, Gap gap) {
        assertThat(figure)
                .isInstanceOfSatisfying(
                        Undefined.class,
                        undefined -> assertThat(undefined.gap()).isEqualTo(gap));
    }

    static Object[][] gaps() {
        return new Object[][] {
            {Dso.simple(RECEIVABLES, NOTHING, 90), Gap.NO_SALES},
            {Dso.simple(RECEIVABLES, euro("-5"), 90), Gap.NO_SALES},
            {Dso.countback(euro("380.01"), FIRST_QUARTER), Gap.SALES_HISTORY_TOO_SHORT},
            {Dso.trueDso(openItems(), FIRST_QUARTER.subList(0, 1), LocalDate.parse("2026-03-31")), Gap.NO_SALES},
            {CollectionEffectiveness.index(euro("100"), NOTHING, euro("100"), euro("100")), Gap.NOTHING_COLLECTABLE},
            {DaysLate.weighted(List.of()), Gap.NOTHING_PAID},
        };
    }

    @Test
    void receivablesAreNeverMeasuredAgainstSalesInAnotherCurrency() {
        assertThatThrownBy(() -> Dso.simple(RECEIVABLES, Money.of("380", "USD"), 90))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 80 of January's 160 at 79 days and 30 of March's 120 at 29 days: 39.5 + 7.25. */
    private static List<OpenItem> openItems() {
        return List.of(item(1, "80", "2026-01-11"), item(2, "30", "2026-03-02"));
    }

    private static OpenItem item(long id, String amount, String date) {
        LocalDate documentDate = LocalDate.parse(date);
        return new OpenItem(
                ItemId.of(id),
                AccountId.of(1),
                ItemKind.INVOICE,
                "D" + id,
                documentDate,
                documentDate.plusDays(30),
                euro(amount),
                euro(amount));
    }

    private static List<SalesMonth> monthsOfThirtyDays(String... newestFirst) {
        List<SalesMonth> months = new ArrayList<>();
        for (int i = 0; i < newestFirst.length; i++) {
            months.add(new SalesMonth(YearMonth.of(2026, 6).minusMonths(i), euro(newestFirst[i]), 30));
        }
        return months;
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
