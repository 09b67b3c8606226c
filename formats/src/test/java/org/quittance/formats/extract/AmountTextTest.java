package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "1234.56#POINT#1234.56",
                "1,234.56#POINT#1234.56",
                "1,234.56-#POINT#-1234.56",
                "-1,234.56#POINT#-1234.56",
                "(1,234.56)#POINT#-1234.56",
                "$1,234.50#POINT#1234.50",
                "($50.00)#POINT#-50.00",
                "EUR 12.50#POINT#12.50",
                "12.50 EUR#POINT#12.50",
                "12.50 CRC#POINT#12.50",
                "12.50 CR#POINT#-12.50",
                "12.50DR#POINT#12.50",
                "+31070,11#COMMA#31070.11",
                "1.234.567,89#COMMA#1234567.89",
                "1.234#COMMA#1234",
                "1,234#POINT#1234",
                "12 345,67#COMMA#12345.67",
                "12\u00a0345,67#COMMA#12345.67",
                "12\u202f345,67-#COMMA#-12345.67",
                "1'234'567.89#POINT#1234567.89",
                "1,00,000.00#POINT#100000.00",
                "−5,00#COMMA#-5.00",
                ".5#POINT#0.5",
                "0#POINT#0",
                "7.#POINT#7",
                "1.5E+05#POINT#1.5E+05",
                "123456789012345678901.25#POINT#123456789012345678901.25",
            })
    void anAmountIsReadAsItsSystemPrintsIt(String text, DecimalMark mark, String expected) {
        assertThat(AmountText.parse(text, mark)).isEqualByComparingTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "12,50#POINT",
                "12.50#COMMA",
                "1,2345#POINT",
                "1.234.56#POINT",
                "1,23,45.00#POINT",
                "1.234,56#POINT",
                "1,234.56#COMMA",
                "twelve#POINT",
                "-#POINT",
                "12 34#POINT",
                "1e#POINT",
                "1E5x#POINT",
                "12/50#POINT",
                "1,50,#COMMA"
            })
    void whatCouldBeWrongByAFactorOfAHundredIsNoAmount(String text, DecimalMark mark) {
        assertThat(AmountText.parse(text, mark)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "12.340000001,2,12.34",
        "31270.609999999997,2,31270.61",
        "5298926.220000029,2,5298926.22",
        "12.5,2,12.50",
        "1200,0,1200",
        "1200.0,0,1200",
        "1.234,3,1.234",
        "12.345,2,",
        "12.341,2,",
        "0.5,0,",
        "24168.34,0,",
        "12.34000002,2,",
    })
    void binaryNoiseIsTakenAwayAndNothingElseIs(String amount, int decimals, String expected) {
        BigDecimal exact = ExactAmount.of(new BigDecimal(amount), decimals);
        assertThat(exact == null ? null : exact.toPlainString()).isEqualTo(expected);
    }
}
