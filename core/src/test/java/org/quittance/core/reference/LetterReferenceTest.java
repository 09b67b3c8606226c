package org.quittance.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.reference.StructuredReference.Found;
import org.quittance.core.reference.StructuredReference.Scheme;

class LetterReferenceTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "539007547034,               RF18539007547034",
        "000000000539007547034,      RF18000000000539007547034",
    })
    void aCreditorReferenceGetsTheCheckDigitsOfIso11649(String body, String value) {
        assertThat(LetterReference.creditorReference(body).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "21000000000313947143000901, 210000000003139471430009017",
        "21570300007520033455900012, 215703000075200334559000126",
    })
    void aQrReferenceGetsTheSwissCheckDigit(String digits, String value) {
        assertThat(LetterReference.qrReference(digits).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "0203430576, 020343057642",
        // A multiple of 97: 97 is written, not 00.
        "0203430534, 020343053497",
    })
    void aBelgianReferenceGetsTheRemainder(String digits, String value) {
        assertThat(LetterReference.belgian(digits).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "NL91ABNA0417164300,     RF,  RF42 QL70 0002 0417",
        "GB29NWBK60161331926819, RF,  RF42 QL70 0002 0417",
        "4023117755,             RF,  RF42 QL70 0002 0417",
        "CH9300762011623852957,  RF,  RF42 QL70 0002 0417",
        "CH4431999123000889012,  QRR, 99 00000 00000 00000 00002 04178",
        "BE68539007547034,       OGM, +++700/0020/41791+++",
    })
    void theBankAccountDecidesInWhichSchemeALetterIsQuoted(String bankAccount, Scheme scheme, String printed) {
        StructuredReference reference = LetterReference.of(20417, bankAccount);
        assertThat(reference.scheme()).isEqualTo(scheme);
        assertThat(reference.printed()).isEqualTo(printed);
        assertThat(reference.value().length())
                .isLessThanOrEqualTo(
                        scheme == Scheme.RF ? 18 : reference.value().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "CH4431999123000889012", "BE68539007547034"})
    void oneCharacterWrongMakesNoReference(String bankAccount) {
        String right = LetterReference.of(20417, bankAccount).value();
        for (int i = 0; i < right.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                String wrong = right.substring(0, i) + c + right.substring(i + 1);
                if (!wrong.equals(right)) {
                    assertThat(LetterReference.find(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "CH4431999123000889012", "BE68539007547034"})
    void aReferenceIsFoundHoweverItIsPrintedSpacedOrWrapped(String bankAccount) {
        StructuredReference reference = LetterReference.of(999_999_999, bankAccount);
        String value = reference.value();
        for (String written : new String[] {
            value,
            reference.printed(),
            value.substring(0, 5) + "\n" + value.substring(5),
            value.replaceAll("(.)", "$1 ")
        }) {
            String text = "Mahnung (" + written.strip() + "), danke";
            assertThat(LetterReference.find(text))
                    .as(text)
                    .extracting(Found::reference)
                    .containsExactly(reference);
        }
        assertThat(LetterReference.find("x" + value)).isEmpty();
        assertThat(LetterReference.find(value + "1")).isEmpty();
    }

    @Test
    void numbersBeyondTheSchemesAreRefused() {
        assertThatThrownBy(() -> LetterReference.of(0, "NL91ABNA0417164300"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LetterReference.of(1_000_000_000, "NL91ABNA0417164300"))
                .hasMessageContaining("1000000000");
    }
}
