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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.SettlementJoin.Arrived;
import org.quittance.core.cash.SettlementJoin.Joined;
import org.quittance.core.cash.SettlementJoin.Sign;
import org.quittance.core.cash.SettlementJoin.Waiting;
import org.quittance.core.money.Money;

class SettlementJoinTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

    private static Waiting report(long id, String reference, String account) {
        return new Waiting(id, Money.of("245.00", "EUR"), "Stripe", reference, account, DAY);
    }

    private static Arrived line(long id, String amount, int daysLater, String text) {
        return new Arrived(id, Money.of(amount, "EUR"), "DE75512108001245126199", DAY.plusDays(daysLater), text);
    }

    static Stream<Arguments> pairs() {
        Waiting report = report(1, "po_1Qx77", "");
        return Stream.of(
                arguments("another amount", report, line(1, "245.01", 1, "STRIPE po_1Qx77"), null),
                arguments("too late", report, line(1, "245.00", 15, "STRIPE po_1Qx77"), null),
                arguments("too early", report, line(1, "245.00", -6, "STRIPE po_1Qx77"), null),
                arguments("the payout named", report, line(1, "245.00", 1, "PAYOUT PO-1QX77"), Sign.REFERENCE),
                arguments(
                        "a word of the payout's name",
                        report(1, "TX7Q2M9XT, batch 12", ""),
                        line(1, "245.00", 1, "ADYEN TX7Q2M9XT"),
                        Sign.REFERENCE),
                arguments("a short number", report(1, "12", ""), line(1, "245.00", 1, "BATCH 12"), Sign.AMOUNT),
                arguments("the processor", report, line(1, "245.00", 0, "Stripe Payments UK Ltd"), Sign.PROCESSOR),
                arguments("amount and day", report, line(1, "245.00", 2, "SETTLEMENT"), Sign.AMOUNT),
                arguments(
                        "on the account that is named",
                        report(1, "", "DE75 5121 0800 1245 1261 99"),
                        line(1, "245.00", 2, ""),
                        Sign.AMOUNT),
                arguments("on another account", report(1, "", "DE001"), line(1, "245.00", 2, "STRIPE"), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theStrongestSignCounts(String why, Waiting report, Arrived line, @Nullable Sign expected) {
        assertThat(SettlementJoin.sign(report, line).orElse(null)).as(why).isEqualTo(expected);
    }

    @Test
    void ofTwoThatAreEquallyGoodNeitherIsTaken() {
        List<Waiting> one = List.of(report(1, "po_1Qx77", ""));
        List<Arrived> two = List.of(line(7, "245.00", 1, "STRIPE"), line(8, "245.00", 2, "STRIPE"));
        assertThat(SettlementJoin.decide(one, two)).isEmpty();
        assertThat(SettlementJoin.decide(List.of(report(1, "", ""), report(2, "", "")), two.subList(0, 1)))
                .isEmpty();
    }

    @Test
    void aReferenceDecidesBeforeAnAmountAndTheOrderDoesNotMatter() {
        List<Waiting> reports = new ArrayList<>(List.of(report(1, "po_1Qx77", ""), report(2, "po_1Qx88", "")));
        List<Arrived> lines =
                new ArrayList<>(List.of(line(7, "245.00", 1, "STRIPE po_1Qx88"), line(8, "245.00", 1, "Stripe")));
        List<Joined> expected = List.of(new Joined(1, 8, Sign.PROCESSOR), new Joined(2, 7, Sign.REFERENCE));
        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(reports, random);
            Collections.shuffle(lines, random);
            assertThat(SettlementJoin.decide(reports, lines)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "paid with 4111 1111 1111 1111 today,paid with **** 1111 today",
        "5500-0000-0000-0004,**** 0004",
        "378282246310005 and 4012888888881881,**** 0005 and **** 1881",
        "8816178914079738,8816178914079738",
        "211274450000009,211274450000009",
        "4111 1111 1111 1112,4111 1111 1111 1112",
        "INV-20417 of 2026-03-01,INV-20417 of 2026-03-01"
    })
    void whatLooksLikeACardNumberLosesAllButFourDigits(String text, String masked) {
        assertThat(CardNumbers.masked(text)).isEqualTo(masked);
    }
}
