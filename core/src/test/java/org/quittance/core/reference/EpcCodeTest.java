package org.quittance.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;
import org.quittance.core.reference.EpcCode.Impossible;
import org.quittance.core.reference.EpcCode.Obstacle;
import org.quittance.core.reference.EpcCode.Order;
import org.quittance.core.reference.EpcCode.Payable;

class EpcCodeTest {

    private static final String DUTCH = "NL91ABNA0417164300";

    @Test
    void theLinesAreThoseOfTheGuideline() {
        assertThat(code("Alder Paper Europe B.V.", DUTCH, "ABNANL2A", "EUR", "7270.00"))
                .isEqualTo(new Payable("""
                        BCD
                        002
                        1
                        SCT
                        ABNANL2A
                        Alder Paper Europe B.V.
                        NL91ABNA0417164300
                        EUR7270.00

                        RF42QL7000020417"""));
    }

    @Test
    void aBelgianReferenceIsTextAndABicThatIsNoneIsLeftOut() {
        assertThat(code("Papierfabriek Noël", "BE68 5390 0754 7034", "KREDBE", "EUR", "0.01"))
                .isEqualTo(new Payable("""
                        BCD
                        002
                        1
                        SCT

                        Papierfabriek Noël
                        BE68539007547034
                        EUR0.01


                        +++700/0020/41791+++"""));
    }

    @ParameterizedTest(name = "{4}: {0} {1} {2} {3}")
    @CsvSource({
        "Alder, NL91ABNA0417164300,     USD, 1.00,          NOT_IN_EURO",
        "Alder, 4023117755,             USD, -1.00,         NOT_IN_EURO",
        "Alder, NL91ABNA0417164300,     EUR, 0.00,          AMOUNT_OUT_OF_RANGE",
        "Alder, NL91ABNA0417164300,     EUR, -5.00,         AMOUNT_OUT_OF_RANGE",
        "Alder, NL91ABNA0417164300,     EUR, 1000000000.00, AMOUNT_OUT_OF_RANGE",
        "Alder, NL91ABNA0417164301,     EUR, 1.00,          NO_IBAN",
        "Alder, 4023117755,             EUR, 1.00,          NO_IBAN",
        "Alder, AE070331234567890123456, EUR, 1.00,         NO_SEPA_ACCOUNT",
        "Alder, CH4431999123000889012,  EUR, 1.00,          NO_SEPA_ACCOUNT",
        "'',    NL91ABNA0417164300,     EUR, 1.00,          NAME_MISSING_OR_TOO_LONG",
        "A name of more than seventy characters that no bank would take as it stands Ltd, NL91ABNA0417164300, EUR, 1.00, NAME_MISSING_OR_TOO_LONG",
    })
    void whatTheGuidelineDoesNotAllowHasNoCode(
            String holder, String iban, String currency, String amount, Obstacle obstacle) {
        assertThat(code(holder, iban, "", currency, amount)).isEqualTo(new Impossible(obstacle));
    }

    @Test
    void theLargestTransferStillHasACodeAndTooManyBytesHaveNone() {
        assertThat(code("Alder", DUTCH, "", "EUR", "999999999.99")).isInstanceOf(Payable.class);
        assertThat(code("纸".repeat(70), DUTCH, "", "EUR", "1.00")).isInstanceOf(Payable.class);
        assertThat(code("😀".repeat(35), DUTCH, "", "EUR", "1.00")).isInstanceOf(Payable.class);
        assertThat(code("纸".repeat(71), DUTCH, "", "EUR", "1.00"))
                .isEqualTo(new Impossible(Obstacle.NAME_MISSING_OR_TOO_LONG));
    }

    private static EpcCode code(String holder, String iban, String bic, String currency, String amount) {
        return EpcCode.of(new Order(holder, iban, bic, Money.of(amount, currency), LetterReference.of(20417, iban)));
    }
}
