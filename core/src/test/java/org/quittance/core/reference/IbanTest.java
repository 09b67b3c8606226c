package org.quittance.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29NWBK60161331926819",
                "DE89370400440532013000",
                "FR1420041010050500013M02606",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947",
                "CH4431999123000889012",
                "gb29 nwbk 6016 1331 9268 19",
            })
    void anIbanOfRightLengthAndCheckNumberIsTaken(String written) {
        assertThat(Iban.parse(written)).isPresent();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', nothing there",
        "GB29NWBK6016133192681, one short",
        "GB29NWBK601613319268190, one long",
        "GB28NWBK60161331926819, check number",
        "DE89370400440532013001, a digit",
        "ZW36YWNE17469290674294, country without IBAN",
        "GB29-NWBK-60161331926819, punctuation",
    })
    void anythingElseIsNone(String written, String why) {
        assertThat(Iban.parse(written)).as(why).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CH4431999123000889012, true",
        "CH9300762011623852957, false",
        "DE89370400440532013000, false",
    })
    void aQrIbanIsKnownByItsInstitution(String value, boolean qrIban) {
        assertThat(new Iban(value).isQrIban()).isEqualTo(qrIban);
    }

    @Test
    void aWrongIbanCannotBeMade() {
        assertThatThrownBy(() -> new Iban("GB28NWBK60161331926819")).isInstanceOf(IllegalArgumentException.class);
    }
}
