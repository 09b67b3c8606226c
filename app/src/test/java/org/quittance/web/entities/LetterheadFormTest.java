package org.quittance.web.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.PostalAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

class LetterheadFormTest {

    @ParameterizedTest(name = "{0} {1}, {2} {3}: {4}")
    @CsvSource({
        "'',         '',   '',   '',   street,     ",
        "'',         '',   2501, Biel, town,       ",
        "Rue du Lac, 1268, 2501, Biel, postalCode, ",
        "Rue du Lac, 1268, '',   Biel, postalCode, 'Give the postal code as well'",
        "Rue du Lac, '',   2501, '',   town,       'Give the town as well'",
        "'',         12345678901234567, 2501, Biel, houseNumber, 'Shorten it to 16 characters'",
        "'',         '',   2501, A town with many more than thirty-five characters, town, 'Shorten it to 35 characters'",
    })
    void anAddressInPartsIsWholeOrAbsentAndNoLongerThanBanksTakeIt(
            String street, String number, String code, String town, String field, @Nullable String problem) {
        String told = new LetterheadForm("Papier SA", Language.FRENCH, "", street, number, code, town, "", "", "")
                .problems()
                .of(field);
        if (problem == null) {
            assertThat(told).isNull();
        } else {
            assertThat(told).startsWith(problem);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CH4431999123000889012,  '',   true",
        "CH9300762011623852957,  '',   true",
        "CH4431999123000889012,  2501, false",
        "NL91ABNA0417164300,     '',   false",
        "'',                     '',   false",
    })
    void thePageSaysWhatKeepsLettersWithoutAQrBill(String iban, String postalCode, boolean isTold) {
        LegalEntity entity = new LegalEntity(
                1,
                "CH1",
                "Papier SA",
                "CHF",
                "CH",
                "fr",
                "main",
                "",
                "",
                iban,
                "",
                new PostalAddress("", "", postalCode, postalCode.isEmpty() ? "" : "Biel"));
        LetterheadView view = new LetterheadView(entity, LetterheadForm.of(entity), Problems.none());
        assertThat(view.withoutBill() != null).isEqualTo(isTold);
    }
}
