package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResemblanceTest {

    @ParameterizedTest(name = "{0} is {2} of {1}")
    @CsvSource({
        "INV000010021, INV000010021, SAME",
        "10021,        INV000010021, SAME",
        "INV00010021,  INV000010021, MISTYPED",
        "INV0000100211, INV000010021, MISTYPED",
        "INV000010921, INV000010021, MISTYPED",
        "NIV000010021, INV000010021, MISTYPED",
        "10012,        INV000010021, MISTYPED",
        "0021,         INV000610021, CUT",
        "021,          INV000010021, NONE",
        "8904968,      8904968736,   CUT",
        "89049,        8904968736,   NONE",
        "89068736,     8904968736,   CUT",
        "8940698736,   8904968736,   NONE",
        "8904968737,   8904968736,   MISTYPED",
        "1814,         14,           NONE",
        "99999999,     8904968736,   NONE",
    })
    void aPieceOfTextIsLikeANumberInOnePlaceAtMost(String text, String key, Resemblance expected) {
        assertThat(Resemblance.of(text.toCharArray(), 0, text.length(), key, ReferenceKey.coreStart(key)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} in {0} ends at {2}")
    @CsvSource({
        "16082587675580114321290444087, 1608587675, 11",
        "33280490632820233485,          2820233485, 20",
        "33280490632820233485,          2820234385, 20",
        "33280490632820233485,          9920234385, -1",
        "33280490632820233485,          2023348,    -1",
    })
    void aNumberIsFoundInALongRowWithOneError(String row, String key, int end) {
        assertThat(Resemblance.endInside(row.toCharArray(), 0, row.length(), key))
                .isEqualTo(end);
    }
}
