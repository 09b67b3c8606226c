package org.quittance.core.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class PaymentBehaviourTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-03-02");
    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("11000", "USD"));

    @Test
    void theDaysOfAMonthAreWeightedByAmountWhateverTheCurrency() {
        PaymentBehaviour behaviour = PaymentBehaviour.of(
                List.of(
                        paid(1, "100.00", "EUR", "2026-01-30", 30),
                        paid(2, "330.00", "USD", "2026-01-12", 10),
                        paid(3, "50.00", "EUR", "2026-02-10", -4)),
                30,
                AS_OF,
                YARDSTICK);
        assertThat(behaviour.months())
                .containsExactly(
                        new PaidMonth(YearMonth.of(2026, 1), 2, 15, 45),
                        new PaidMonth(YearMonth.of(2026, 2), 1, -4, 26));
        assertThat(behaviour.daysBeyondTerms()).hasValue(6);
        assertThat(behaviour.realTermsDays()).hasValue(36);
    }

    @Test
    void whatCameLaterOrTwoYearsAgoDoesNotCount() {
        PaymentBehaviour behaviour = PaymentBehaviour.of(
                List.of(
                        paid(1, "100.00", "EUR", "2026-03-03", 9),
                        paid(2, "100.00", "EUR", "2024-03-31", 9),
                        paid(3, "100.00", "EUR", "2024-04-01", 9)),
                30,
                AS_OF,
                YARDSTICK);
        assertThat(behaviour.months()).extracting(PaidMonth::month).containsExactly(YearMonth.of(2024, 4));
    }

    @Test
    void withoutPaymentsNothingIsKnownAndEverythingSaysSo() {
        PaymentBehaviour behaviour = PaymentBehaviour.of(List.of(), 30, AS_OF, YARDSTICK);
        assertThat(behaviour.lateness()).isEqualTo(Lateness.TOO_LITTLE_KNOWN);
        assertThat(behaviour.trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(behaviour.change()).isEmpty();
        assertThat(behaviour.daysBeyondTerms()).isEmpty();
        assertThat(behaviour.realTermsDays()).isEmpty();
        assertThat(behaviour.payRun()).isEqualTo(new PayRun.TooLittleKnown(0));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12 12 12 31 31 31           | 3 12 31",
                "12 10 14 11 13 31 29 33 30  | 5 12 31", // since the sixth month
                "40 41 39 5 6 4              | 3 40 5", // for the better
                "12 12 12 18 18 18           | ''", // six days are no change
                "12 12 12 19 19 19           | 3 12 19", // seven are
                "12 12 31 31 31              | ''", // two months are no history
                "12 12 12 12 90 12 12        | ''", // one late month
                "0 30 0 30 0 30 0 30         | ''", // unsteady from the start
            })
    void aChangeIsWhereTheMediansPartAndTheScatterFalls(String days, String change) {
        List<PaidMonth> months = months(
                Arrays.stream(days.split(" ")).mapToInt(Integer::parseInt).toArray());
        String found = ChangePoint.in(months)
                .map(point -> months.stream().map(PaidMonth::month).toList().indexOf(point.since()) + " "
                        + point.before() + " " + point.now())
                .orElse("");
        assertThat(found).isEqualTo(change);
    }

    @Test
    void scatterAloneIsSeldomTakenForAChange() {
        List<Long> alarms = new ArrayList<>();
        Dice.roll(500, dice -> {
            int[] days = IntStream.range(0, 24).map(_ -> dice.intBetween(5, 20)).toArray();
            ChangePoint.in(months(days)).ifPresent(_ -> alarms.add(1L));
        });
        assertThat(alarms).hasSizeLessThan(10);
    }

    @Test
    void aStepOfTwentyDaysIsFoundThroughScatterAndAtMostAMonthAside() {
        Dice.roll(200, dice -> {
            int at = dice.intBetween(4, 20);
            int[] days = IntStream.range(0, 24)
                    .map(month -> (month < at ? 10 : 30) + dice.intBetween(-4, 4))
                    .toArray();
            ChangePoint change = ChangePoint.in(months(days)).orElseThrow();
            assertThat(change.isForTheWorse()).isTrue();
            assertThat(YearMonth.of(2024, 1).plusMonths(at)).isEqualTo(change.since());
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "9 9 9, TOO_LITTLE_KNOWN",
        "9 9 9 5, ROUTINELY_LATE", // three of four
        "6 6 6 6, ROUTINELY_LATE",
        "5 5 5 5, ON_TIME", // five days are tolerated
        "9 5 5 5, ON_TIME", // one of four
        "9 9 5 5, SOMETIMES_LATE",
    })
    void aPayerIsRoutinelyLateInThreeMonthsOfFour(String days, Lateness lateness) {
        assertThat(Lateness.of(months(Arrays.stream(days.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())))
                .isEqualTo(lateness);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1 2 3 4 5, UNKNOWN",
        "10 10 10 14 14 14, STEADY",
        "10 10 10 15 15 15, LATER",
        "10 10 10 5 90 5, EARLIER",
        "90 10 10 10 10 10 10, STEADY",
    })
    void theTrendComparesTheLastQuarterOfAYearWithTheOneBefore(String days, Trend trend) {
        assertThat(Trend.of(months(Arrays.stream(days.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())))
                .isEqualTo(trend);
    }

    @Test
    void whoHasPaidLaterForAYearAndNoLaterStillHasAnOldChangeAndIsSteady() {
        PaymentBehaviour behaviour = new PaymentBehaviour(
                AS_OF, months(11, 12, 10, 11, 25, 26, 24, 25, 25, 26, 24, 25), 30, new PayRun.TooLittleKnown(0));
        assertThat(behaviour.change()).contains(new ChangePoint(YearMonth.of(2024, 5), 11, 25));
        assertThat(behaviour.latestMonths()).contains(new LatestMonths(Trend.STEADY, 25, 25));
        assertThat(behaviour.trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void aPayRunIsToldByItsWeekdayOrItsDaysOfTheMonth() {
        LocalDate thursday = LocalDate.parse("2026-01-08");
        List<LocalDate> thursdays =
                Stream.iterate(thursday, day -> day.plusWeeks(1)).limit(8).toList();
        assertThat(PayRun.of(thursdays)).isEqualTo(new PayRun.Weekly(DayOfWeek.THURSDAY, 8, 8));
        assertThat(PayRun.of(thursdays).sentence()).isEqualTo("Thursdays (8 of 8 days)");

        List<LocalDate> monthEnds = IntStream.range(0, 7)
                .mapToObj(month -> LocalDate.parse("2025-07-31").plusMonths(month))
                .toList();
        assertThat(PayRun.of(monthEnds)).isInstanceOfSatisfying(PayRun.Monthly.class, monthly -> {
            assertThat(monthly.matching()).isEqualTo(7);
            assertThat(monthly.sentence()).startsWith("Between the 28th and the 31st");
        });
    }

    @Test
    void manyPaymentsOfOneDayAreOneDayOfThePayRun() {
        assertThat(PayRun.of(Collections.nCopies(40, AS_OF))).isEqualTo(new PayRun.TooLittleKnown(1));
    }

    @Test
    void daysWithoutACustomAreCalledIrregular() {
        List<LocalDate> days = Stream.of("01-05", "01-13", "01-21", "01-29", "02-06", "02-16", "02-24", "03-04")
                .map(day -> LocalDate.parse("2026-" + day))
                .toList();
        assertThat(PayRun.of(days)).isEqualTo(new PayRun.Irregular(8));
    }

    private static List<PaidMonth> months(int... days) {
        List<PaidMonth> months = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            months.add(new PaidMonth(YearMonth.of(2024, 1).plusMonths(i), 3, days[i], days[i] + 30));
        }
        return months;
    }

    private static PaidPart paid(long item, String amount, String currency, String paidOn, int daysLate) {
        LocalDate due = LocalDate.parse(paidOn).minusDays(daysLate);
        return new PaidPart(
                ItemId.of(item), Money.of(amount, currency), due.minusDays(30), due, LocalDate.parse(paidOn));
    }
}
