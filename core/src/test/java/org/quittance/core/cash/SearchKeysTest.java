package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeysTest {

    @ParameterizedTest(name = "{0} is kept under {1}")
    @CsvSource({
        "INV-2026/00123, 202600123",
        "00012345,       12345",
        "inv 20417,      20417",
        "PO-88,          PO88",
        "0012,           12",
        "A1B200300,      A1B200300",
        "RF18539007547034, 18539007547034",
        "---,            ''",
        "'',             ''",
    })
    void aNumberIsKeptWithoutPrefixAndZerosWhereEnoughIsLeft(String number, String key) {
        assertThat(SearchKeys.of(number)).isEqualTo(key);
    }

    @ParameterizedTest(name = "\"{0}\" looks for {1}")
    @CsvSource({
        "order PO-88123 of May,          88123",
        "Rechnung 10021 u. 10022,        10022",
        "your INV0000 10021,             10021",
        "1002110022,                     10021",
        "RF18 5390 0754 7034,            539007547034",
    })
    void whateverTheMatcherCouldReadIsLookedFor(String text, String key) {
        assertThat(SearchKeys.in(SmallLedger.payment("p", "somebody", 1, text))).contains(key);
    }

    @Test
    void aTextWithoutDigitsLooksForNothing() {
        assertThat(SearchKeys.in(SmallLedger.payment("p", "somebody", 1, "thank you")))
                .isEmpty();
    }
}
