package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.collections.StrategyChoice.Because;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class StrategiesInForceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");
    private static final Money EUR_5000 = Money.of("5000", "EUR");
    private static final Money EUR_50000 = Money.of("50000", "EUR");
    private static final AccountTraits SLOW = new AccountTraits(CustomerId.of(7), "UK", "mid", 25);
    private static final Audience ALL = Audience.EVERYONE;

    @ParameterizedTest(name = "{0}")
    @MethodSource("audiences")
    void anAccountBelongsToAnAudienceThatAsksForNothingThatItIsNot(
            String condition, Audience audience, List<Money> overdue, long oldest, boolean belongs) {
        assertThat(audience.admits(standing(overdue, oldest, null), SLOW, Diary.POLICY.yardstick()))
                .isEqualTo(belongs);
    }

    static Object[][] audiences() {
        List<Money> eur12000 = List.of(Money.of("12000", "EUR"));
        return new Object[][] {
            {"everyone", ALL, eur12000, 8, true},
            {"its entity", of(Set.of("UK", "DE"), null, null, DayRange.ANY, DayRange.ANY), eur12000, 8, true},
            {"another entity", of(Set.of("DE"), null, null, DayRange.ANY, DayRange.ANY), eur12000, 8, false},
            {"its segment", segment("mid"), eur12000, 8, true},
            {"another segment", segment("large"), eur12000, 8, false},
            {"enough overdue", overdue(EUR_5000, null), eur12000, 8, true},
            {"exactly enough overdue", overdue(EUR_5000, null), List.of(EUR_5000), 8, true},
            {"too little overdue", overdue(EUR_5000, null), List.of(Money.of("4999.99", "EUR")), 8, false},
            {"less than the ceiling", overdue(null, EUR_50000), eur12000, 8, true},
            {"the ceiling itself", overdue(null, EUR_50000), List.of(EUR_50000), 8, false},
            {
                "two currencies together",
                overdue(EUR_5000, null),
                List.of(Money.of("3000", "EUR"), Money.of("3300", "USD")),
                8,
                true
            },
            {"not overdue yet", overdue(EUR_5000, null), eur12000, -3, false},
            {"old enough", oldest(DayRange.from(30)), eur12000, 30, true},
            {"too young", oldest(DayRange.from(30)), eur12000, 29, false},
            {"too old", oldest(DayRange.between(1, 30)), eur12000, 31, false},
            {"pays as late as asked", beyond(DayRange.from(25)), eur12000, 8, true},
            {"pays too early", beyond(DayRange.from(26)), eur12000, 8, false},
            {"pays too late", beyond(new DayRange(null, 24)), eur12000, 8, false},
        };
    }

    @Test
    void anAccountWhoseHabitIsUnknownIsOutsideAnyLimitsOfIt() {
        Standing standing = standing(List.of(EUR_5000), 8, null);
        AccountTraits unknown = new AccountTraits(CustomerId.of(7), "UK", "mid", null);

        assertThat(beyond(DayRange.from(-100)).admits(standing, unknown, Diary.POLICY.yardstick()))
                .isFalse();
        assertThat(ALL.admits(standing, unknown, Diary.POLICY.yardstick())).isTrue();
    }

    @Test
    void theFirstStrategyThatFitsIsChosenAndSaysByWhichFacts() {
        StrategiesInForce strategies = new StrategiesInForce(
                List.of(
                        version(1, "Large", 1, overdue(EUR_50000, null), RunningAccounts.MOVE),
                        version(2, "Slow", 4, slowAndMidSize(), RunningAccounts.MOVE),
                        version(3, "Late", 1, oldest(DayRange.from(1)), RunningAccounts.MOVE),
                        version(4, "Standard", 1, ALL, RunningAccounts.MOVE)),
                List.of());

        StrategyChoice choice =
                strategies.choose(standing(List.of(Money.of("12000", "EUR")), 34, null), SLOW, Diary.POLICY);

        assertThat(choice.version().title()).isEqualTo("Slow, version 4");
        assertThat(choice.sentence())
                .isEqualTo("The first strategy that is for this account: EUR 12,000.00 overdue, pays 25 days past due");
    }

    @Test
    void whatNoOtherIsForFollowsTheLast() {
        StrategiesInForce strategies = new StrategiesInForce(
                List.of(
                        version(2, "Slow", 4, slowAndMidSize(), RunningAccounts.MOVE),
                        version(4, "Standard", 1, ALL, RunningAccounts.MOVE)),
                List.of());

        StrategyChoice choice =
                strategies.choose(standing(List.of(Money.of("12", "EUR")), 34, null), SLOW, Diary.POLICY);

        assertThat(choice.version().title()).isEqualTo("Standard, version 1");
        assertThat(choice.because()).isEqualTo(Because.NO_OTHER_FITS);
    }

    @Test
    void anAccountUnderWayStaysOrMovesAsTheNewVersionSays() {
        StrategyVersion first = version(1, "Standard", 1, ALL, RunningAccounts.MOVE);
        StrategiesInForce moving =
                new StrategiesInForce(List.of(version(2, "Standard", 2, ALL, RunningAccounts.MOVE)), List.of(first));
        StrategiesInForce staying =
                new StrategiesInForce(List.of(version(2, "Standard", 2, ALL, RunningAccounts.STAY)), List.of(first));
        Standing underWay = standing(List.of(EUR_5000), 34, StrategyId.of(1));
        Standing fresh = standing(List.of(EUR_5000), 34, null);

        assertThat(moving.choose(underWay, SLOW, Diary.POLICY)
                        .version()
                        .strategy()
                        .version())
                .isEqualTo(2);
        assertThat(staying.choose(underWay, SLOW, Diary.POLICY).version()).isEqualTo(first);
        assertThat(staying.choose(underWay, SLOW, Diary.POLICY).because()).isEqualTo(Because.FINISHES_WHAT_IT_BEGAN);
        assertThat(staying.choose(fresh, SLOW, Diary.POLICY)
                        .version()
                        .strategy()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void anAccountUnderWayWithAStrategyThatIsGoneMovesWhateverTheNewOneSays() {
        StrategiesInForce staying = StrategiesInForce.only(version(2, "Standard", 2, ALL, RunningAccounts.STAY));

        StrategyChoice choice = staying.choose(standing(List.of(EUR_5000), 34, StrategyId.of(77)), SLOW, Diary.POLICY);

        assertThat(choice.version().strategy().version()).isEqualTo(2);
        assertThat(choice.because()).isEqualTo(Because.NO_OTHER_FITS);
    }

    @Test
    void theChoiceIsTheSameAgainOnceTheChosenVersionHasTakenAStep() {
        for (RunningAccounts running : RunningAccounts.values()) {
            StrategiesInForce strategies = new StrategiesInForce(
                    List.of(version(2, "Slow", 2, slowAndMidSize(), running), version(3, "Standard", 1, ALL, running)),
                    List.of(version(1, "Slow", 1, slowAndMidSize(), running)));
            for (Long under : new Long[] {null, 1L, 2L, 3L, 99L}) {
                StrategyId begun = under == null ? null : StrategyId.of(under);
                StrategyChoice once = strategies.choose(standing(List.of(EUR_50000), 34, begun), SLOW, Diary.POLICY);
                StrategyChoice again = strategies.choose(
                        standing(List.of(EUR_50000), 34, once.version().id()), SLOW, Diary.POLICY);
                assertThat(again.version()).as(running + " from " + under).isEqualTo(once.version());
            }
        }
    }

    @Test
    void aVersionForAShareTakesTheseCustomersAndHoldsTheOthersOut() {
        StrategyVersion half = new StrategyVersion(
                StrategyId.of(9),
                new Strategy("Slow", 2, Strategies.standard(Diary.EUR).steps()),
                slowAndMidSize(),
                Share.of(50),
                RunningAccounts.MOVE);
        StrategyVersion before = version(8, "Slow", 1, slowAndMidSize(), RunningAccounts.MOVE);
        StrategiesInForce strategies = new StrategiesInForce(
                List.of(half, before, version(1, "Standard", 1, ALL, RunningAccounts.MOVE)), List.of());
        Standing mid = standing(List.of(Money.of("12000", "EUR")), 34, null);
        Standing small = standing(List.of(Money.of("12", "EUR")), 34, null);

        for (long number = 1; number <= 200; number++) {
            CustomerId customer = CustomerId.of(number);
            AccountTraits traits = new AccountTraits(customer, "UK", "mid", 25);
            StrategyChoice choice = strategies.choose(mid, traits, Diary.POLICY);
            if (half.share().holds(customer, half.id())) {
                assertThat(choice.version()).isEqualTo(half);
                assertThat(choice.heldOutOf()).isNull();
            } else {
                assertThat(choice.version()).isEqualTo(before);
                assertThat(choice.heldOutOf()).isEqualTo(half);
                assertThat(choice.sentence()).endsWith("Held out of Slow, version 2, to compare what comes of it");
            }
            assertThat(strategies.choose(small, traits, Diary.POLICY).heldOutOf())
                    .isNull();
        }
    }

    /** Both sides of a comparison come in alike: who would finish what it began with either is on neither. */
    @Test
    void anAccountThatFinishesWhatItBeganIsNotHeldOut() {
        StrategyVersion before = version(8, "Slow", 1, slowAndMidSize(), RunningAccounts.MOVE);
        StrategyVersion none = new StrategyVersion(
                StrategyId.of(9), before.strategy(), slowAndMidSize(), Share.NONE, RunningAccounts.STAY);
        StrategiesInForce strategies = new StrategiesInForce(
                List.of(none, before, version(1, "Standard", 1, ALL, RunningAccounts.MOVE)), List.of());

        StrategyChoice underWay =
                strategies.choose(standing(List.of(Money.of("12000", "EUR")), 34, before.id()), SLOW, Diary.POLICY);
        StrategyChoice fresh =
                strategies.choose(standing(List.of(Money.of("12000", "EUR")), 34, null), SLOW, Diary.POLICY);

        assertThat(underWay.heldOutOf()).isNull();
        assertThat(fresh.heldOutOf()).isEqualTo(none);
    }

    @Test
    void theLastStrategyIsForEveryone() {
        StrategyVersion some = version(1, "Slow", 1, slowAndMidSize(), RunningAccounts.MOVE);

        assertThatThrownBy(() -> StrategiesInForce.only(some)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StrategiesInForce(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void eachMistakeInAnAudienceIsNamed(Audience audience, StrategyProblem.Kind problem) {
        assertThat(Strategies.problems(audience))
                .extracting(StrategyProblem::kind)
                .containsExactly(problem);
        assertThat(Strategies.problems(slowAndMidSize())).isEmpty();
    }

    static Object[][] mistakes() {
        return new Object[][] {
            {overdue(EUR_5000.negated(), null), StrategyProblem.Kind.NEGATIVE_OVERDUE},
            {overdue(EUR_5000, Money.of("6000", "GBP")), StrategyProblem.Kind.OVERDUE_IN_TWO_CURRENCIES},
            {overdue(EUR_5000, EUR_5000), StrategyProblem.Kind.EMPTY_OVERDUE},
            {oldest(DayRange.between(30, 29)), StrategyProblem.Kind.EMPTY_OLDEST},
            {beyond(DayRange.between(30, 29)), StrategyProblem.Kind.EMPTY_DAYS_BEYOND},
        };
    }

    private static Audience slowAndMidSize() {
        return of(Set.of(), EUR_5000, Money.of("60000", "EUR"), DayRange.ANY, DayRange.from(20));
    }

    private static Audience overdue(@Nullable Money from, @Nullable Money below) {
        return of(Set.of(), from, below, DayRange.ANY, DayRange.ANY);
    }

    private static Audience oldest(DayRange days) {
        return of(Set.of(), null, null, days, DayRange.ANY);
    }

    private static Audience beyond(DayRange days) {
        return of(Set.of(), null, null, DayRange.ANY, days);
    }

    private static Audience segment(String segment) {
        return new Audience(Set.of(), Set.of(segment), null, null, DayRange.ANY, DayRange.ANY);
    }

    private static Audience of(
            Set<String> entities, @Nullable Money from, @Nullable Money below, DayRange oldest, DayRange beyond) {
        return new Audience(entities, Set.of(), from, below, oldest, beyond);
    }

    private static StrategyVersion version(
            long id, String name, int version, Audience audience, RunningAccounts running) {
        return new StrategyVersion(
                StrategyId.of(id),
                new Strategy(name, version, Strategies.standard(Diary.EUR).steps()),
                audience,
                Share.ALL,
                running);
    }

    private static Standing standing(List<Money> open, long daysPastDue, @Nullable StrategyId under) {
        List<ItemFacts> items = new ArrayList<>();
        for (Money amount : open) {
            LocalDate due = TODAY.minusDays(daysPastDue);
            OpenItem item = new OpenItem(
                    ItemId.of(items.size() + 1),
                    AccountId.of(1),
                    ItemKind.INVOICE,
                    "4711",
                    due.minusDays(30),
                    due,
                    amount,
                    amount);
            Dunning dunned = under == null ? null : new Dunning(2, Action.NOTICE_1, TODAY.minusDays(9), under);
            items.add(new ItemFacts(item, Money.zero(amount.currency()), dunned));
        }
        return Standing.of(AccountFacts.of(AccountId.of(1), items), Diary.POLICY, TODAY);
    }
}
