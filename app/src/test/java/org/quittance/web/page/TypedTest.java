package org.quittance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class TypedTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1234.50      | EUR | 1234.50
            1,234.50     | EUR | 1234.50
            1.234,50     | EUR | 1234.50
            1234,5       | EUR | 1234.50
            36,5         | GBP | 36.50
            36,50        | GBP | 36.50
            42           | EUR | 42.00
            0.5          | EUR | 0.50
            .5           | EUR | 0.50
            0,05         | EUR | 0.05
            1,234        | EUR | 1234.00
            80.000,00    | EUR | 80000.00
            1.234.567    | EUR | 1234567.00
            1.234.567,8  | EUR | 1234567.80
            1,234,567.89 | USD | 1234567.89
            12,34,567.89 | INR | 1234567.89
            1 234,50     | EUR | 1234.50
            1'234.50     | CHF | 1234.50
            1’234        | CHF | 1234.00
            -1.234,50    | EUR | -1234.50
            1,234        | JPY | 1234
            1.234        | KWD | 1.234
            1.234,567    | KWD | 1234.567
            '  7  '      | EUR | 7.00
            """)
    void anAmountIsReadAsAnybodyWritesIt(String typed, String currency, String amount) {
        assertThat(Typed.amount(typed, Currency.getInstance(currency))).contains(Money.of(amount, currency));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1.234     | EUR
            1,234     | KWD
            1,2345    | EUR
            1.234,567 | EUR
            36,5051   | JPY
            12,50     | JPY
            1,23,4    | EUR
            1,,234    | EUR
            1.2.3     | EUR
            1e5       | EUR
            0x10      | EUR
            ''        | EUR
            a lot     | EUR
            12.345    | EUR
            12 34     | EUR
            1234.     | EUR
            99999999999999999999 | EUR
            """)
    void whatIsNoAmountOrCouldBeTwoIsNone(String typed, String currency) {
        assertThat(Typed.amount(typed, Currency.getInstance(currency))).isEmpty();
    }
}
