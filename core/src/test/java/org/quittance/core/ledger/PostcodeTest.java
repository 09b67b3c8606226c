package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeTest {

    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource({
        "14 Mill Lane/Leeds LS1 4AP,            GB, LS14AP",
        "Flat 2/1 The Strand/London/WC2N 5HR,   GB, WC2N5HR",
        "Mill Lane 14/Leeds,                    GB, ''",
        "1 Quay Street/Dublin D02 X285,         IE, D02X285",
        "Lange Straße 12345/70173 Stuttgart,    DE, 70173",
        "Damrak 70/1012 LM Amsterdam,           NL, 1012LM",
        "200 State Street/Springfield IL 62704, US, 62704",
        "100 King St W/Toronto ON M5X 1A9,      CA, M5X1A9",
        "1-1 Marunouchi/Chiyoda/100-0005 Tokyo, JP, 100-0005",
        "Rue 1,                                 ZZ, 1",
    })
    void isReadInTheFormOfTheCountryFromTheLastLineUp(String lines, String country, String postcode) {
        assertThat(Postcode.in(List.of(lines.split("/")), country)).isEqualTo(postcode);
    }
}
