package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.HandJoin.BankLine;
import org.quittance.core.cash.HandJoin.Receipt;
import org.quittance.core.money.Money;

class HandJoinTest {

    private static final Receipt CHEQUE = new Receipt(1, eur(100_00), "004711", "Ada Ltd");
    private static final Receipt SAME_PAYER = new Receipt(2, eur(100_00), "004712", "Ada Ltd");
    private static final Receipt ADVICE = new Receipt(3, eur(50_00), "", "Bo Ltd");

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("the cheque's number", new BankLine(eur(100_00), "", "CHEQUE 004711 PAID IN"), 1L),
                arguments("another amount", new BankLine(eur(100_01), "Ada Ltd", "CHEQUE 004711"), 0L),
                arguments("two of one payer", new BankLine(eur(100_00), "Ada Ltd", "cheques"), 0L),
                arguments("the only one of the payer", new BankLine(eur(50_00), "BO LTD.", "thank you"), 3L),
                arguments("a stranger", new BankLine(eur(50_00), "Cy Ltd", "thank you"), 0L),
                arguments("nobody named", new BankLine(eur(50_00), "", "thank you"), 0L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aBankLineIsJoinedToTheOneReceiptThatItNames(String why, BankLine line, long expected) {
        assertThat(HandJoin.decide(List.of(CHEQUE, SAME_PAYER, ADVICE), line)
                        .map(Receipt::id)
                        .orElse(0L))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, true",
        "card 4111 1111 1111 1111 please, true",
        "5500-0000-0000-0004, true",
        "4111111111111112, false",
        "invoice 1800004711, false",
        "123456789012345678901234, false",
        "cheque 004711, false"
    })
    void aTextWithTheNumberOfACardIsKnown(String text, boolean isCard) {
        assertThat(CardNumbers.isIn(text)).isEqualTo(isCard);
    }
}
