package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.AdviceJoin.Arrived;
import org.quittance.core.cash.AdviceJoin.Joined;
import org.quittance.core.cash.AdviceJoin.Sign;
import org.quittance.core.cash.AdviceJoin.Waiting;
import org.quittance.core.money.Money;

class AdviceJoinTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Waiting ADVICE = advice(1, 100_00, "004529952", "Mart Inc.", "US99");

    private static Waiting advice(long id, long minor, String reference, String payer, String account) {
        return new Waiting(id, usd(minor), reference, payer, account, DAY, List.of("26801", "INV-2026-0044"));
    }

    private static Arrived payment(long id, long minor, String payer, String account, String text) {
        return new Arrived(id, usd(minor), payer, account, DAY.plusDays(1), false, text);
    }

    private static Money usd(long minor) {
        return Money.ofMinor(minor, "USD");
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("another amount", payment(1, 100_01, "MART INC", "US99", "4529952"), null),
                arguments("the trace, zeros dropped", payment(1, 100_00, "", "", "ACH TRACE 4529952"), Sign.REFERENCE),
                arguments("the trace inside another number", payment(1, 100_00, "", "", "TRACE 145299527"), null),
                arguments("the payer's account", payment(1, 100_00, "", "US 99", ""), Sign.PAYER_ACCOUNT),
                arguments("a document as a word", payment(1, 100_00, "", "", "INV 26801, THANKS"), Sign.DOCUMENT),
                arguments("a long document in a run", payment(1, 100_00, "", "", "XINV20260044Y"), Sign.DOCUMENT),
                arguments("a short document inside a number", payment(1, 100_00, "", "", "REF 9268017"), null),
                arguments("the payer's name", payment(1, 100_00, "Mart Inc", "", "thanks"), Sign.PAYER_NAME),
                arguments("a short name in the text", payment(1, 100_00, "", "", "CO MART INC. PMT"), null),
                arguments("amount and day alone", payment(1, 100_00, "Other Ltd", "", "thanks"), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theStrongestSignCountsAndAnAmountAloneIsNone(String why, Arrived payment, @Nullable Sign expected) {
        assertThat(AdviceJoin.sign(ADVICE, payment).orElse(null)).as(why).isEqualTo(expected);
    }

    @Test
    void severalAdvicesBelongToTheOnePaymentThatTheyComeToTogether() {
        List<Waiting> cheques = List.of(
                advice(1, 60_00, "180", "Ada", ""),
                advice(2, 30_00, "181", "Bo", ""),
                advice(3, 10_00, "182", "Cy", ""));
        Arrived deposit = payment(7, 100_00, "", "", "LOCKBOX DEPOSIT");
        assertThat(AdviceJoin.together(cheques, List.of(deposit, payment(8, 99_99, "", "", "LOCKBOX DEPOSIT"))))
                .contains(7L);
        assertThat(AdviceJoin.together(cheques, List.of(deposit, payment(8, 100_00, "", "", "other"))))
                .as("of two that are equally good neither")
                .isEmpty();
        assertThat(AdviceJoin.together(cheques.subList(0, 1), List.of(payment(7, 60_00, "", "", ""))))
                .as("an amount alone is no sign of one advice")
                .isEmpty();
        Arrived applied = new Arrived(7, usd(100_00), "", "", DAY, true, "");
        Arrived late = new Arrived(7, usd(100_00), "", "", DAY.plusDays(46), false, "");
        assertThat(AdviceJoin.together(cheques, List.of(applied, late))).isEmpty();
    }

    static Stream<Arguments> days() {
        return Stream.of(
                arguments(DAY.minusDays(15), false),
                arguments(DAY.minusDays(14), true),
                arguments(DAY.plusDays(45), true),
                arguments(DAY.plusDays(46), false));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theDaysMustBeNear(LocalDate moved, boolean joined) {
        Arrived payment = new Arrived(1, usd(100_00), "", "", moved, false, "4529952");
        assertThat(AdviceJoin.sign(ADVICE, payment).isPresent()).isEqualTo(joined);
    }

    @Test
    void aBankThatHasNoFieldForThePayerWritesTheNameIntoTheText() {
        Waiting advice = advice(1, 100_00, "", "Martha Kline Supply", "");
        assertThat(AdviceJoin.sign(advice, payment(1, 100_00, "", "", "ACH MARTHA KLINE SUPPLY PMT 77")))
                .contains(Sign.PAYER_NAME);
        assertThat(AdviceJoin.sign(advice, payment(1, 100_00, "Bolton", "", "ACH MARTHA KLINE SUPPLY PMT 77")))
                .isEmpty();
    }

    @Test
    void moneyThatIsAppliedAlreadyIsJoinedOnlyWhereItNamesTheAdvice() {
        Arrived unnamed = new Arrived(1, usd(100_00), "Mart Inc.", "US99", DAY, true, "thanks");
        Arrived named = new Arrived(1, usd(100_00), "Mart Inc.", "US99", DAY, true, "inv 26801");
        assertThat(AdviceJoin.sign(ADVICE, unnamed)).isEmpty();
        assertThat(AdviceJoin.sign(ADVICE, named)).contains(Sign.DOCUMENT);
    }

    @Test
    void ofTwoPaymentsTheOneThatNamesTheTraceIsTaken() {
        List<Joined> joined = AdviceJoin.decide(
                List.of(ADVICE),
                List.of(payment(7, 100_00, "Mart Inc.", "", "4529952"), payment(8, 100_00, "Mart Inc.", "", "")));
        assertThat(joined).containsExactly(new Joined(1, 7, Sign.REFERENCE));
    }

    @Test
    void twoPaymentsThatAreEquallyGoodAreLeftToAPerson() {
        assertThat(AdviceJoin.decide(
                        List.of(ADVICE),
                        List.of(payment(7, 100_00, "Mart Inc", "", ""), payment(8, 100_00, "Mart Inc", "", ""))))
                .isEmpty();
    }

    @Test
    void twoAdvicesForOnePaymentAreLeftToAPersonEvenWhereAWeakerSignWouldTellThemApart() {
        Waiting twin = advice(2, 100_00, "4529952", "Somebody else", "");
        assertThat(AdviceJoin.decide(
                        List.of(ADVICE, twin), List.of(payment(7, 100_00, "Mart Inc", "US99", "trace 4529952"))))
                .isEmpty();
    }

    @Test
    void anAdviceWhosePaymentHasAStrongerOneFindsItsOwn() {
        Waiting second = advice(2, 100_00, "7777777", "Mart Inc.", "");
        List<Joined> joined = AdviceJoin.decide(
                List.of(ADVICE, second),
                List.of(payment(7, 100_00, "Mart Inc", "", "4529952"), payment(8, 100_00, "Mart Inc", "", "")));
        assertThat(joined).containsExactly(new Joined(1, 7, Sign.REFERENCE), new Joined(2, 8, Sign.PAYER_NAME));
    }

    @Test
    void theOrderOfTheListsDoesNotMatterAndNothingIsJoinedTwice() {
        Random random = new Random(20_260_302L);
        for (int round = 0; round < 200; round++) {
            List<Waiting> advices = new ArrayList<>();
            List<Arrived> payments = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String reference = String.valueOf(10_000 + random.nextInt(5));
                advices.add(advice(i, 100L * (1 + random.nextInt(3)), reference, "P" + random.nextInt(3), ""));
                payments.add(payment(
                        i,
                        100L * (1 + random.nextInt(3)),
                        "P" + random.nextInt(3),
                        "",
                        String.valueOf(10_000 + random.nextInt(5))));
            }
            List<Joined> joined = AdviceJoin.decide(advices, payments);
            assertThat(joined).extracting(Joined::adviceId).doesNotHaveDuplicates();
            assertThat(joined).extracting(Joined::paymentId).doesNotHaveDuplicates();
            Collections.shuffle(advices, random);
            Collections.shuffle(payments, random);
            assertThat(AdviceJoin.decide(advices, payments))
                    .as("round %d", round)
                    .isEqualTo(joined);
        }
    }
}
