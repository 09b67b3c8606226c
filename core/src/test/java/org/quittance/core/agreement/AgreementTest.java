package org.quittance.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Authority.Officer;
import org.quittance.core.agreement.Authority.Request;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.agreement.Schedule.Drawn;
import org.quittance.core.agreement.Schedule.Refusal;
import org.quittance.core.agreement.Schedule.Wish;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Receipt;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class AgreementTest {

    private static final LocalDate ASKED = LocalDate.parse("2026-03-02");
    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("1600000", "JPY"));

    @Test
    void whatDoesNotDivideIsPaidWithTheFirstInstalment() {
        assertThat(equal("100.00", 3, "2026-03-16", Interval.WEEKLY))
                .extracting(Instalment::amount)
                .containsExactly(eur("33.34"), eur("33.33"), eur("33.33"));
    }

    @Test
    void aMonthIsCountedFromTheFirstDayAndMovedToABusinessDay() {
        // 28 February is a Saturday, 31 May a Sunday.
        assertThat(equal("500.00", 5, "2026-01-31", Interval.MONTHLY))
                .extracting(Instalment::dueOn)
                .containsExactly(
                        LocalDate.parse("2026-02-02"),
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-31"),
                        LocalDate.parse("2026-04-30"),
                        LocalDate.parse("2026-06-01"));
    }

    @Test
    void equalInstalmentsSumToTheMinorUnitAndDifferByTheRemainderAlone() {
        Dice.roll(300, dice -> {
            Money total = Money.ofMinor(dice.between(60, 10_000_000), "EUR");
            int count = dice.intBetween(2, 60);
            Drawn drawn = Schedule.equal(
                    total,
                    count,
                    dice.dayWithin(ASKED, 90),
                    dice.oneOf(List.of(Interval.values())),
                    BusinessCalendars.TARGET);
            Schedule schedule = ((Drawn.Agreed) drawn).schedule();
            assertThat(schedule.total()).isEqualTo(total);
            assertThat(schedule.instalments()).hasSize(count);
            long first = schedule.instalments().getFirst().amount().minor();
            long last = schedule.instalments().getLast().amount().minor();
            assertThat(first - last).isBetween(0L, count - 1L);
        });
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "0.00, 2026-04-01:1.00, NOTHING_TO_REPAY",
        "1.00, 2026-04-01:1.00, TOO_FEW",
        "1.00, 2026-04-01:0.00 2026-04-02:1.00, TOO_SMALL",
        "2.00, 2026-04-01:1.00 2026-04-01:1.50, NOT_IN_ORDER",
        "2.00, 2026-04-01:1.00 2026-04-02:1.01, SUM_DIFFERS",
        "2.00, 2026-04-01:1.00 2026-04-02:1.00, ",
    })
    void instalmentsAgreedOneByOneAddUpExactly(String total, String wishes, @Nullable Refusal refusal) {
        List<Wish> asked = List.of(wishes.split(" ")).stream()
                .map(wish -> wish.split(":"))
                .map(wish -> new Wish(LocalDate.parse(wish[0]), eur(wish[1])))
                .toList();
        Drawn drawn = Schedule.custom(eur(total), asked);
        if (refusal == null) {
            assertThat(drawn).isInstanceOf(Drawn.Agreed.class);
        } else {
            assertThat(drawn).isEqualTo(new Drawn.Refused(refusal));
        }
    }

    @ParameterizedTest(name = "{0} EUR over {1} days, asked by clara, decided by {2} as {3}: {4}")
    @CsvSource({
        "5000.00,  90, clara, MANAGER,   OWN_REQUEST",
        "1.00,    731, max,   MANAGER,   BEYOND_EVERYBODY",
        "5000.01,  90, carl,  COLLECTOR, BEYOND_THEIR_AUTHORITY",
        "5000.00,  91, carl,  COLLECTOR, BEYOND_THEIR_AUTHORITY",
        "5000.00,  90, carl,  COLLECTOR, ",
        "25000.00, 180, tess, TEAM_LEAD, ",
        "25000.01, 180, tess, TEAM_LEAD, BEYOND_THEIR_AUTHORITY",
        "25000.01, 730, max,  MANAGER,   ",
    })
    void amountAndDurationSayWhoMayApproveAndNobodyApprovesTheirOwn(
            String amount, int days, String approver, Level level, Authority.@Nullable Reason reason) {
        Request request =
                new Request(new Officer("clara", Set.of(Level.MANAGER)), eur(amount), ASKED, ASKED.plusDays(days));
        Authority.Approval approval =
                AuthorityLimits.standard().plans().decide(request, new Officer(approver, Set.of(level)), YARDSTICK);
        if (reason == null) {
            assertThat(approval)
                    .isInstanceOfSatisfying(
                            Authority.Granted.class,
                            granted -> assertThat(granted.by()).isEqualTo(approver));
        } else {
            assertThat(approval)
                    .isInstanceOfSatisfying(
                            Authority.Withheld.class,
                            withheld -> assertThat(withheld.reason()).isEqualTo(reason));
        }
    }

    @Test
    void aLimitCountsAlikeInEveryCurrency() {
        Request yen = new Request(new Officer("clara", Set.of()), Money.of("800000", "JPY"), ASKED, ASKED);
        assertThat(AuthorityLimits.standard().plans().needed(yen, YARDSTICK)).contains(Level.COLLECTOR);
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | 2026-04-03 | Running 1    | OPEN OPEN", // within the grace
                "2026-04-01:50                     | 2026-04-03 | Running 2    | KEPT OPEN",
                "2026-04-01:50                     | 2026-05-03 | Running 2    | KEPT OPEN",
                "2026-04-01:50 2026-05-01:50       | 2026-05-01 | Fulfilled    | KEPT KEPT",
                "2026-04-01:100                    | 2026-04-01 | Fulfilled    | KEPT KEPT", // all at once
                "''                                | 2026-04-04 | Broken 1     | FAILED OPEN",
                "2026-04-01:49.99                  | 2026-04-04 | Broken 1     | FAILED OPEN", // part of it
                "2026-04-01:50 2026-04-30:10       | 2026-05-04 | Broken 2     | KEPT FAILED",
            })
    void aPlanRunsUntilAnInstalmentHasFailed(String receipts, LocalDate asOf, String standing, String states) {
        List<PromiseCheck> checks = checks(receipts, asOf);
        String found = switch (PlanStanding.of(checks)) {
            case PlanStanding.Running(int next) -> "Running " + next;
            case PlanStanding.Fulfilled() -> "Fulfilled";
            case PlanStanding.Broken(int number, String reason) -> {
                assertThat(reason).contains("Instalment " + number + " of EUR 50.00");
                yield "Broken " + number;
            }
        };
        assertThat(found).isEqualTo(standing);
        assertThat(checks)
                .extracting(check -> PlanStanding.stateOf(check).name())
                .containsExactly(states.split(" "));
    }

    @Test
    void anInstalmentThatCameAfterTheGraceIsLateAndDoesNotBreakThePlan() {
        Promise only = new Promise(PromiseId.of(1), eur("50"), ASKED, LocalDate.parse("2026-04-01"), List.of());
        List<PromiseCheck> checks = PromiseCheck.ofAll(
                List.of(only),
                List.of(new Receipt(LocalDate.parse("2026-04-09"), eur("50"), null)),
                LocalDate.parse("2026-04-10"),
                2);
        assertThat(PlanStanding.stateOf(checks.getFirst())).isEqualTo(InstalmentState.LATE);
        assertThat(PlanStanding.of(checks)).isEqualTo(new PlanStanding.Fulfilled());
    }

    @Test
    void interestIsSimpleOnEachPartOfTheDebtForItsOwnDays() {
        Schedule halves = new Schedule(List.of(
                new Instalment(1, ASKED.plusDays(73), eur("500")), new Instalment(2, ASKED.plusDays(146), eur("500"))));
        assertThat(PlanInterest.on(halves, ASKED, new BigDecimal("10"))).isEqualTo(eur("30.00"));
        assertThat(PlanInterest.on(halves, ASKED, BigDecimal.ZERO)).isEqualTo(eur("0.00"));
    }

    private static List<PromiseCheck> checks(String receipts, LocalDate asOf) {
        List<Promise> instalments = List.of(
                new Promise(PromiseId.of(1), eur("50"), ASKED, LocalDate.parse("2026-04-01"), List.of()),
                new Promise(PromiseId.of(2), eur("50"), ASKED, LocalDate.parse("2026-05-01"), List.of()));
        List<Receipt> came = List.of(receipts.split(" ")).stream()
                .filter(receipt -> !receipt.isEmpty())
                .map(receipt -> receipt.split(":"))
                .map(receipt -> new Receipt(LocalDate.parse(receipt[0]), eur(receipt[1]), null))
                .toList();
        return PromiseCheck.ofAll(instalments, came, asOf, 2);
    }

    private static List<Instalment> equal(String total, int count, String first, Interval interval) {
        Drawn drawn = Schedule.equal(eur(total), count, LocalDate.parse(first), interval, BusinessCalendars.TARGET);
        return ((Drawn.Agreed) drawn).schedule().instalments();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
