package org.quittance.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.reference.StructuredReference.Scheme;

class StructuredReferenceTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "RF,    RF18539007547034,                RF18539007547034",
        "RF,    RF18000000000539007547034,       RF18000000000539007547034",
        "RF,    rf18 5390 0754 7034,             RF18539007547034",
        "QRR,   210000000003139471430009017,     210000000003139471430009017",
        "QRR,   21 00000 00003 13947 14300 09017, 210000000003139471430009017",
        "QRR,   215703000075200334559000126,     215703000075200334559000126",
        "OGM,   020343057642,                    020343057642",
        "OGM,   +++020/3430/57642+++,            020343057642",
        "OGM,   ***020/3430/57642***,            020343057642",
        // The first ten digits are a multiple of 97: 97 is written, not 00.
        "OGM,   020343053497,                    020343053497",
        "VIITE, 2023000098,                      2023000098",
        "VIITE, 1234561,                         1234561",
        "VIITE, 12345 61,                        1234561",
        "KID,   1234567897,                      1234567897",
        // Modulo 11: 1*3 + 2*2 = 7, the check digit is 4, which Luhn would refuse.
        "KID,   124,                             124",
        // Modulo 11: 6*2 = 12, remainder 1, check 10, written as a minus.
        "KID,   6-,                              6-",
        "OCR,   1234567897,                      1234567897",
    })
    void aReferenceWithARightCheckDigitIsTakenHoweverItIsSpaced(Scheme scheme, String written, String value) {
        assertThat(StructuredReference.parse(scheme, written))
                .map(StructuredReference::value)
                .hasValue(value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "RF,    RF17539007547034",
        "RF,    RF17000000000539007547034",
        "RF,    RF18539007547043",
        "RF,    RF18",
        "RF,    18539007547034",
        "QRR,   210000000003139471430009018",
        "QRR,   21000000000313947143000901",
        "OGM,   020343057641",
        "OGM,   020343053400",
        "OGM,   02034305764",
        "VIITE, 2023000095",
        "VIITE, 123",
        "KID,   1234567898",
        "KID,   123-4",
        "OCR,   1234567898",
        "OCR,   ''",
    })
    void aReferenceWithAWrongCheckDigitOrFormIsNone(Scheme scheme, String written) {
        assertThat(StructuredReference.parse(scheme, written)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Rechnung RF18 5390 0754 7034 vielen Dank, RF18539007547034, 9, 28",
        "RF18539007547034, RF18539007547034, 0, 16",
        "pay +++020/3430/57642+++ today, 020343057642, 7, 21",
        "QR 21 00000 00003 13947 14300 09017, 210000000003139471430009017, 3, 35",
    })
    void aReferenceThatShowsWhatItIsIsFoundInRunningText(String text, String value, int start, int end) {
        assertThat(StructuredReference.find(text)).singleElement().satisfies(found -> {
            assertThat(found.reference().value()).isEqualTo(value);
            assertThat(found.start()).isEqualTo(start);
            assertThat(found.end()).isEqualTo(end);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "RF17 5390 0754 7034",
        "XRF18539007547034",
        "9020343057642",
        // A Finnish and a Luhn number, but nothing says so.
        "payment 2023000098 and 1234567897",
        "''",
    })
    void aNumberIsNeverCutOutOfALongerOneNorTakenForASchemeThatNothingNames(String text) {
        assertThat(StructuredReference.find(text)).isEmpty();
    }

    @Test
    void severalReferencesComeFromLeftToRight() {
        assertThat(StructuredReference.find("+++020/3430/57642+++ RF18539007547034"))
                .extracting(found -> found.reference().scheme())
                .containsExactly(Scheme.OGM, Scheme.RF);
    }

    @Test
    void aReferenceWithAWrongCheckDigitCannotBeMade() {
        assertThatThrownBy(() -> new StructuredReference(Scheme.RF, "RF17539007547034"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 11649");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "RF, RF18539007547034, 539007547034",
        "OGM, 020343057642, 0203430576",
        "OCR, 1234567897, 123456789",
    })
    void theBodyIsWhatTheCreditorPutIn(Scheme scheme, String value, String body) {
        assertThat(new StructuredReference(scheme, value).body()).isEqualTo(body);
    }
}
