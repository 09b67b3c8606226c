package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.AssignmentOutcome.Divided;
import org.quittance.core.cash.AssignmentOutcome.Refused;
import org.quittance.core.cash.AssignmentOutcome.Share;
import org.quittance.core.cash.Assignments.Facts;
import org.quittance.core.cash.Assignments.Target;
import org.quittance.core.cash.Assignments.Wish;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.Decision.Difference.Kind;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class AssignmentsTest {

    private static final AccountId ADA = AccountId.of(1);
    private static final AccountId BO = AccountId.of(2);
    private static final AccountId ELSEWHERE = AccountId.of(9);
    private static final ItemId INVOICE = ItemId.of(11);
    private static final ItemId CREDIT_NOTE = ItemId.of(12);
    private static final ItemId OF_BO = ItemId.of(21);
    private static final ItemId IN_DOLLARS = ItemId.of(22);
    private static final ItemId GONE = ItemId.of(99);

    private static final LocalDate DATED = LocalDate.of(2026, 3, 2);
    private static final Terms TERMS = new Terms(DATED, null);

    private static Facts facts(long moneyMinor) {
        return new Facts(
                eur(moneyMinor),
                Map.of(
                        INVOICE, target(INVOICE, ADA, eur(100_00)),
                        CREDIT_NOTE, target(CREDIT_NOTE, ADA, eur(-30_00)),
                        OF_BO, target(OF_BO, BO, eur(50_00)),
                        IN_DOLLARS, target(IN_DOLLARS, BO, Money.ofMinor(50_00, "USD"))),
                Set.of(ADA, BO),
                leeway(DATED.plusDays(10)));
    }

    /** Two per cent within ten days; up to 1.00 is given up as a small difference, up to 5.00 as a charge; 6.00 is the person's own. */
    private static Leeway leeway(LocalDate paidOn) {
        return new Leeway(
                List.of(new Difference(OF_BO, Kind.EXCHANGE_DIFFERENCE, 9_00)),
                MatchPolicy.standard().granting(new MatchPolicy.Discount(2_00, 10, 0)),
                paidOn,
                3_00,
                6_00);
    }

    private static Target target(ItemId item, AccountId account, Money open) {
        return new Target(item, account, open, TERMS);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }

    private static Wish paysLess(long amountMinor, Difference... differences) {
        return new Wish(List.of(new Line(OF_BO, amountMinor)), List.of(differences), Map.of(), null);
    }

    private static Wish pays(Line... lines) {
        return new Wish(List.of(lines), Map.of(), null);
    }

    /** In the order of the checks: every row also breaks the rules of the rows below it, as far as it can. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(0, pays(new Line(GONE, 1)), AssignmentRefusal.NOTHING_LEFT),
                arguments(
                        10_00,
                        new Wish(List.of(new Line(GONE, 1)), Map.of(ELSEWHERE, 5_00L), null),
                        AssignmentRefusal.NO_SUCH_ACCOUNT),
                arguments(
                        10_00,
                        new Wish(List.of(new Line(GONE, 1)), Map.of(), ELSEWHERE),
                        AssignmentRefusal.NO_SUCH_ACCOUNT),
                arguments(10_00, pays(new Line(GONE, 90_00)), AssignmentRefusal.NOT_OPEN),
                arguments(10_00, pays(new Line(IN_DOLLARS, 90_00)), AssignmentRefusal.WRONG_CURRENCY),
                arguments(10_00, pays(new Line(OF_BO, 50_01)), AssignmentRefusal.MORE_THAN_OPEN),
                arguments(10_00, pays(new Line(OF_BO, -1)), AssignmentRefusal.MORE_THAN_OPEN),
                arguments(10_00, pays(new Line(CREDIT_NOTE, -30_01)), AssignmentRefusal.MORE_THAN_OPEN),
                arguments(
                        10_00,
                        paysLess(40_00, new Difference(INVOICE, Kind.DEDUCTION, 200_00)),
                        AssignmentRefusal.DIFFERENCE_OF_NOTHING),
                arguments(
                        10_00,
                        paysLess(
                                40_00,
                                new Difference(OF_BO, Kind.CASH_DISCOUNT, 3_00),
                                new Difference(OF_BO, Kind.BANK_CHARGE, 7_01)),
                        AssignmentRefusal.MORE_THAN_OPEN),
                arguments(
                        10_00,
                        paysLess(
                                40_00,
                                new Difference(OF_BO, Kind.CASH_DISCOUNT, 1_01),
                                new Difference(OF_BO, Kind.BANK_CHARGE, 6_01)),
                        AssignmentRefusal.DISCOUNT_NOT_GRANTED),
                arguments(
                        10_00,
                        paysLess(40_00, new Difference(OF_BO, Kind.BANK_CHARGE, 6_01)),
                        AssignmentRefusal.MORE_THAN_ALONE),
                arguments(
                        10_00,
                        paysLess(40_00, new Difference(OF_BO, Kind.SMALL_DIFFERENCE, 6_01)),
                        AssignmentRefusal.MORE_THAN_ALONE),
                arguments(
                        10_00,
                        paysLess(40_00, new Difference(OF_BO, Kind.EXCHANGE_DIFFERENCE, 9_01)),
                        AssignmentRefusal.MORE_THAN_ALONE),
                arguments(10_00, pays(new Line(OF_BO, 10_01)), AssignmentRefusal.MORE_THAN_PAID),
                arguments(10_00, pays(), AssignmentRefusal.NOBODY_FOR_THE_REST),
                arguments(
                        30_00,
                        pays(new Line(OF_BO, 40_00), new Line(CREDIT_NOTE, -10_00)),
                        AssignmentRefusal.CREDITS_EXCEED_DEBITS));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aDivisionThatBreaksARuleIsRefusedByTheFirstThatItBreaks(long money, Wish wish, AssignmentRefusal reason) {
        assertThat(Assignments.decide(facts(money), wish))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void onePaymentIsSplitOverItemsOfSeveralCustomersAndTheRestGoesToTheLargestPart() {
        assertThat(Assignments.decide(facts(140_00), pays(new Line(INVOICE, 100_00), new Line(OF_BO, 30_00))))
                .isEqualTo(new Divided(List.of(
                        new Share(ADA, 110_00, List.of(new Line(INVOICE, 100_00))),
                        new Share(BO, 30_00, List.of(new Line(OF_BO, 30_00))))));
    }

    @Test
    void theRestGoesWhereThePersonSays() {
        Wish wish = new Wish(List.of(new Line(INVOICE, 100_00)), Map.of(), BO);
        assertThat(Assignments.decide(facts(140_00), wish))
                .isEqualTo(new Divided(List.of(
                        new Share(ADA, 100_00, List.of(new Line(INVOICE, 100_00))), new Share(BO, 40_00, List.of()))));
    }

    @Test
    void aCreditNoteTakenMakesRoomForMoreOfTheInvoice() {
        assertThat(Assignments.decide(facts(70_00), pays(new Line(INVOICE, 100_00), new Line(CREDIT_NOTE, -30_00))))
                .isEqualTo(new Divided(List.of(
                        new Share(ADA, 70_00, List.of(new Line(INVOICE, 100_00), new Line(CREDIT_NOTE, -30_00))))));
    }

    /** Each row is taken of the 50.00 of one invoice that is paid with 40.00. */
    static Stream<Arguments> differencesThatMayBeTaken() {
        return Stream.of(
                arguments("the terms grant it", List.of(new Difference(OF_BO, Kind.CASH_DISCOUNT, 1_00))),
                arguments("the policy gives it up", List.of(new Difference(OF_BO, Kind.BANK_CHARGE, 5_00))),
                arguments("it is the person's own", List.of(new Difference(OF_BO, Kind.SMALL_DIFFERENCE, 6_00))),
                arguments("the matcher proposed it", List.of(new Difference(OF_BO, Kind.EXCHANGE_DIFFERENCE, 9_00))),
                arguments(
                        "it stays open",
                        List.of(new Difference(
                                OF_BO, Kind.DEDUCTION, 10_00, "pallet missing", DeductionReason.QUANTITY))),
                arguments(
                        "several together",
                        List.of(
                                new Difference(OF_BO, Kind.CASH_DISCOUNT, 1_00),
                                new Difference(OF_BO, Kind.BANK_CHARGE, 2_00),
                                new Difference(OF_BO, Kind.DEDUCTION, 7_00, "pallet missing"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differencesThatMayBeTaken")
    void whatIsMissingMayBeGivenUpWhereSomebodyAnswersForIt(String why, List<Difference> differences) {
        Wish wish = new Wish(List.of(new Line(OF_BO, 40_00)), differences, Map.of(), null);
        assertThat(Assignments.decide(facts(40_00), wish))
                .as(why)
                .isEqualTo(new Divided(List.of(new Share(BO, 40_00, List.of(new Line(OF_BO, 40_00)), differences))));
    }

    @Test
    void smallDifferencesOfManyItemsAreNotSmallTogether() {
        Wish wish = new Wish(
                List.of(new Line(OF_BO, 40_00), new Line(INVOICE, 90_00)),
                List.of(
                        new Difference(OF_BO, Kind.SMALL_DIFFERENCE, 50),
                        new Difference(INVOICE, Kind.SMALL_DIFFERENCE, 5_51)),
                Map.of(),
                null);
        assertThat(Assignments.decide(facts(130_00), wish))
                .isEqualTo(new Refused(AssignmentRefusal.MORE_THAN_ALONE, null));
    }

    @Test
    void aDiscountIsGrantedUntilTheDayOfTheTermsAndNotAfter() {
        assertThat(leeway(DATED.plusDays(10)).discountMinor(eur(50_00), TERMS)).isEqualTo(1_00);
        assertThat(leeway(DATED.plusDays(11)).discountMinor(eur(50_00), TERMS)).isZero();
    }

    @Test
    void anItemsOwnDiscountComesBeforeThePolicys() {
        Terms own = new Terms(DATED, new CashDiscount(3_00, 30));
        assertThat(leeway(DATED.plusDays(30)).discountMinor(eur(50_00), own)).isEqualTo(1_50);
        assertThat(leeway(DATED.plusDays(31)).discountMinor(eur(50_00), own)).isZero();
    }

    /** In the order in which the desk looks for a name. */
    static Stream<Arguments> offers() {
        return Stream.of(
                arguments(1_00, Kind.CASH_DISCOUNT),
                arguments(3_00, Kind.BANK_CHARGE),
                arguments(99, Kind.SMALL_DIFFERENCE),
                arguments(1_01, null),
                arguments(0, null));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void theDeskOffersANameForWhatIsMissingOnlyWhereTheAmountSpeaksForIt(long missing, @Nullable Kind kind) {
        assertThat(leeway(DATED).offer(eur(50_00), TERMS, missing).orElse(null)).isEqualTo(kind);
    }

    @Test
    void oneKindOfDifferenceIsTakenOfAnItemOnce() {
        Difference discount = new Difference(OF_BO, Kind.CASH_DISCOUNT, 1_00);
        assertThatThrownBy(() -> paysLess(40_00, discount, discount)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverIsDividedTheSharesArePositiveAndSumToTheMoney() {
        Dice.roll(2_000, dice -> {
            long money = dice.between(1, 200_00);
            List<Line> lines = new ArrayList<>();
            for (ItemId item : List.of(INVOICE, OF_BO)) {
                if (dice.percent(60)) {
                    lines.add(new Line(item, dice.between(1, 50_00)));
                }
            }
            Map<AccountId, Long> onAccount = dice.percent(30) ? Map.of(BO, dice.between(1, 20_00)) : Map.of();
            if (Assignments.decide(facts(money), new Wish(lines, onAccount, null)) instanceof Divided divided) {
                assertThat(divided.shares()).allMatch(share -> share.amountMinor() > 0);
                assertThat(divided.shares().stream()
                                .mapToLong(Share::amountMinor)
                                .sum())
                        .isEqualTo(money);
            }
        });
    }
}
