package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.quittance.core.collections.StandingTest.item;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

class PriorityTest {

    private static final LocalDate MID_MAY = LocalDate.parse("2026-05-15");

    @Test
    void everyPointNamesItsFact() {
        AccountFacts facts = AccountFacts.about(AccountId.of(1))
                .items(List.of(item(1, "10000.00", "EUR", "2026-05-01", "0.00")))
                .promises(List.of(new Promise(
                        PromiseId.of(1),
                        Money.of("500.00", "EUR"),
                        LocalDate.parse("2026-05-02"),
                        LocalDate.parse("2026-05-20"),
                        List.of())))
                .payer(new Payer(
                        new PayingHabit(12, 20, List.of(10, 10, 35, 35, 60, 60)),
                        new Payer.Worsening(5, 30),
                        List.of(Money.of("120000.00", "EUR")),
                        BookPace.UNKNOWN))
                .limit(Money.of("10000.00", "EUR"))
                .build();
        Priority priority = priority(facts, LocalDate.parse("2026-05-28"));
        assertThat(priority.points())
                .extracting(Point::reason, Point::points, point -> point.fact().sentence())
                .containsExactly(
                        tuple(ReasonKind.AMOUNT_AT_RISK, 30, "EUR 10,000.00 at risk"),
                        tuple(ReasonKind.OLDEST_OVERDUE, 11, "Oldest invoice D1 is 27 days overdue"),
                        tuple(ReasonKind.PROMISES_FAILING, 15, "1 promise is broken and unpaid"),
                        tuple(ReasonKind.PAYS_LATE, 4, "Pays 20 days late over the last 12 settled"),
                        tuple(
                                ReasonKind.LIKELY_UNPAID,
                                10,
                                "50 % likely to stay unpaid for 14 days more without us, by the last 6 settled"),
                        tuple(
                                ReasonKind.PAYS_LATER_THAN_BEFORE,
                                10,
                                "Pays later than before: was 5 days beyond terms, is now 30"),
                        tuple(ReasonKind.LIMIT_USED, 10, "100 % of the limit of EUR 10,000.00 is used"),
                        tuple(ReasonKind.ROLLING_OVER, 10, "EUR 10,000.00 enters the next ageing band within 7 days"),
                        tuple(ReasonKind.BILLED_IN_YEAR, 5, "EUR 120,000.00 billed in the last twelve months"),
                        tuple(ReasonKind.MONTH_END, 8, "The month ends in 3 days"));
        assertThat(priority.total()).isEqualTo(113);
    }

    @ParameterizedTest(name = "{0} {1} at risk: {2} points")
    @CsvSource({
        "0.01, EUR, 0",
        "100.00, EUR, 1",
        "1000.00, EUR, 8",
        "10000.00, EUR, 30",
        "110000.00, EUR, 60",
        "90000000.00, EUR, 60",
        "11000.00, USD, 30",
        "1600000, JPY, 30",
        "0.01, CHF, 30"
    })
    void theAmountCountsOnALogarithmicScaleThatIsTheSameInEveryCurrency(String amount, String currency, int points) {
        Standing standing =
                Standing.of(facts(item(1, amount, currency, "2026-05-10", "0"), null), Diary.POLICY, MID_MAY);
        assertThat(Priority.of(standing, Diary.POLICY).points().stream()
                        .filter(point -> point.reason() == ReasonKind.AMOUNT_AT_RISK)
                        .mapToInt(Point::points)
                        .sum())
                .isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of 1,000.00: {1} points")
    @CsvSource({"800.00, 0", "900.00, 5", "1000.00, 10", "1100.00, 15", "5000.00, 20"})
    void theLimitCountsFromFourFifthsOfIt(String exposure, int points) {
        Priority priority =
                priority(facts(item(1, exposure, "EUR", "2026-09-01", "0.00"), Money.of("1000.00", "EUR")), MID_MAY);
        assertThat(priority.total()).isEqualTo(points);
    }

    @Test
    void anAccountThatOwesNothingOverdueHasNoPoints() {
        assertThat(priority(facts(item(1, "10000.00", "EUR", "2026-09-01", "0.00"), null), MID_MAY))
                .isEqualTo(new Priority(0, List.of()));
    }

    @Test
    void disputedDebtIsNotAtRiskOfBeingLeftUnchased() {
        Priority priority = priority(facts(item(1, "10000.00", "EUR", "2026-05-10", "10000.00"), null), MID_MAY);
        assertThat(priority.points()).extracting(Point::reason).doesNotContain(ReasonKind.AMOUNT_AT_RISK);
    }

    @ParameterizedTest(name = "an answer that came {0} days ago: {1} points")
    @CsvSource({"0, 10", "1, 20", "9, 40"})
    void anAnswerThatWaitsCountsByTheDay(int daysAgo, int points) {
        LocalDate asOf = LocalDate.parse("2026-05-10");
        AccountFacts facts = AccountFacts.about(AccountId.of(1))
                .items(List.of(item(1, "100.00", "EUR", "2026-05-20", "0.00")))
                .unread(List.of(new UnreadAnswer("Ada Blum", asOf.minusDays(daysAgo), "Our invoice")))
                .build();

        assertThat(priority(facts, asOf).points())
                .filteredOn(point -> point.reason() == ReasonKind.ANSWER_UNREAD)
                .extracting(Point::points)
                .containsExactly(points);
    }

    @Test
    void aTotalThatIsNotTheSumOfItsPointsIsRefused() {
        assertThatThrownBy(() -> new Priority(3, List.of(new Point(2, new Reason.MonthEnd(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Priority priority(AccountFacts facts, LocalDate asOf) {
        return Priority.of(Standing.of(facts, Diary.POLICY, asOf), Diary.POLICY);
    }

    private static AccountFacts facts(ItemFacts item, @Nullable Money limit) {
        return AccountFacts.about(AccountId.of(1))
                .items(List.of(item))
                .limit(limit)
                .build();
    }
}
