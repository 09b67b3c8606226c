package org.quittance.core.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a page behind a word for "invoice number", in the languages of our letters. */
class FirstPageNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Invoice number: INV-1001;                                   INV-1001
            Invoice No. INV-1001 of 2 March 2026;                       INV-1001
            INVOICE # 4711;                                             4711
            Invoice: 4711;                                              4711
            Credit note no 55/2026.;                                    55/2026
            Rechnungsnummer 90001234;                                   90001234
            Rechnungs-Nr.: 90001234 vom 02.03.2026;                     90001234
            Rechnung Nr. 90001234;                                      90001234
            Gutschriftsnummer 16000007;                                 16000007
            Facture n° F-2026-17;                                       F-2026-17
            Numéro de facture : F-2026-17;                              F-2026-17
            Factuurnummer 2026.118;                                     2026.118
            Número de factura: A-9;                                     A-9
            Fattura n. 12/2026;                                         12/2026
            Nota di credito n. 3/2026;                                  3/2026
            Invoice number Date Customer | INV-1001 02.03.2026 C-4711;  INV-1001 02.03.2026 C-4711
            Invoice number | | INV-1001;                                INV-1001
            Your order number 4711;
            Account number 12345678;
            Proforma 4711, no invoice;
            Notre référence 4711;
            """)
    void aNumberIsFoundBehindItsWord(String lines, String numbers) {
        List<String> page = Arrays.stream(lines.split("\\|")).map(String::strip).toList();
        List<String> expected = numbers == null ? List.of() : List.of(numbers.split(" "));
        assertThat(FirstPageNumbers.of(page)).isEqualTo(expected);
    }
}
