package org.quittance.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.contact.TextLength.Alphabet;

class TextLengthTest {

    static Object[][] lengths() {
        return new Object[][] {
            {"", Alphabet.GSM, 0, 0},
            {"a".repeat(160), Alphabet.GSM, 160, 1},
            {"a".repeat(161), Alphabet.GSM, 161, 2},
            {"a".repeat(306), Alphabet.GSM, 306, 2},
            {"a".repeat(307), Alphabet.GSM, 307, 3},
            {"€".repeat(80), Alphabet.GSM, 160, 1},
            // 153 is odd: the last septet of each part stays empty.
            {"€".repeat(153), Alphabet.GSM, 306, 3},
            {"ç" + "a".repeat(69), Alphabet.UCS_2, 70, 1},
            {"ç" + "a".repeat(70), Alphabet.UCS_2, 71, 2},
            {"ç" + "a".repeat(66) + "a".repeat(67), Alphabet.UCS_2, 134, 2},
            {"ç" + "a".repeat(134), Alphabet.UCS_2, 135, 3},
            // A pair of surrogates is not torn apart.
            {"ç" + "a".repeat(65) + "\uD83D\uDE00" + "a".repeat(66), Alphabet.UCS_2, 134, 3},
        };
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aTextIsAsLongAsTheNetworkCountsIt(String text, Alphabet alphabet, int units, int parts) {
        assertThat(TextLength.of(text)).isEqualTo(new TextLength(alphabet, units, parts));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 (0)171 555-0123, +491715550123",
        "0049 171 5550123, +491715550123",
        "+44 7700 900123, +447700900123",
        "+1 (614) 555.0123, +16145550123",
        "+353 20 910 0000, +353209100000",
        "0171 5550123,",
        "+210 12345678,+21012345678",
        "+28 12345678,",
        "+49 12,",
        "+49 1234567890123456,",
        "+49 171 CALLME1,",
        "'',",
    })
    void aNumberHasItsCountryCodeOrIsNone(String typed, String number) {
        assertThat(PhoneNumber.parse(typed).map(PhoneNumber::value).orElse(null))
                .isEqualTo(number);
    }
}
