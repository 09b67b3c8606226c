package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.ReturnMatch.Found;
import org.quittance.core.cash.ReturnMatch.Line;
import org.quittance.core.cash.ReturnMatch.Sign;
import org.quittance.core.money.Money;

class ReturnMatchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Line RETURN =
            line(9, 100_00, DAY, "Ada Ltd", "DE99", "E-77", "RETURN OF REF 0044711, INVOICE 8800011", "B9");

    private static Line line(
            long id, long minor, LocalDate on, String payer, String account, String e2e, String text, String bank) {
        return new Line(id, Money.ofMinor(minor, "EUR"), on, payer, account, e2e, text, bank);
    }

    static Stream<Arguments> payments() {
        LocalDate before = DAY.minusDays(3);
        return Stream.of(
                arguments("less than came back", line(1, 99_99, before, "", "", "E-77", "", ""), null),
                arguments("a part, by reference", line(1, 250_00, before, "", "", "E-77", "", ""), Sign.END_TO_END),
                arguments(
                        "a part, by the bank", line(1, 250_00, before, "", "", "", "", "0044711"), Sign.BANK_REFERENCE),
                arguments("a part, by the text", line(1, 250_00, before, "", "", "", "Invoice 8800011", ""), null),
                arguments("a part, by the payer", line(1, 250_00, before, "Ada Ltd", "DE99", "", "", ""), null),
                arguments("booked after it", line(1, 100_00, DAY.plusDays(1), "", "", "E-77", "", ""), null),
                arguments("too long ago", line(1, 100_00, DAY.minusDays(401), "", "", "E-77", "", ""), null),
                arguments("end to end", line(1, 100_00, before, "", "", "E-77", "", ""), Sign.END_TO_END),
                arguments("reference", line(1, 100_00, before, "", "", "", "", "0044711"), Sign.BANK_REFERENCE),
                arguments("text", line(1, 100_00, before, "", "", "", "Invoice 8800011", ""), Sign.TEXT),
                arguments("words alone", line(1, 100_00, before, "", "", "", "INVOICE", ""), null),
                arguments("account", line(1, 100_00, before, "", "DE 99", "", "", ""), Sign.PAYER_ACCOUNT),
                arguments("name", line(1, 100_00, before, "ADA LTD.", "", "", "", ""), Sign.PAYER_NAME),
                arguments("amount alone", line(1, 100_00, before, "Bo", "", "", "", ""), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payments")
    void theStrongestSignCountsAndAnAmountAloneIsNone(String why, Line payment, @Nullable Sign expected) {
        assertThat(ReturnMatch.sign(RETURN, payment).orElse(null)).as(why).isEqualTo(expected);
    }

    @Test
    void noReferenceIsNoReferenceInCommon() {
        Line returned = line(9, 100_00, DAY, "", "", "NOTPROVIDED", "", "");
        assertThat(ReturnMatch.sign(returned, line(1, 100_00, DAY, "", "", "NOTPROVIDED", "", "")))
                .isEmpty();
    }

    @Test
    void theBestIsTakenAndOfTwoThatAreEquallyGoodNeither() {
        Line byAccount = line(1, 100_00, DAY, "", "DE99", "", "", "");
        Line byReference = line(2, 100_00, DAY, "", "", "E-77", "", "");
        Line second = line(3, 100_00, DAY, "", "", "E-77", "", "");
        assertThat(ReturnMatch.decide(RETURN, List.of(byAccount, byReference))).contains(new Found(2, Sign.END_TO_END));
        assertThat(ReturnMatch.decide(RETURN, List.of(byReference, second, byAccount)))
                .isEmpty();
        assertThat(ReturnMatch.decide(RETURN, List.of())).isEmpty();
    }
}
