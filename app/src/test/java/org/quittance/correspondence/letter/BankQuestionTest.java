package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class BankQuestionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | GB | Who has paid this?                 | 1,234.56 | Payer",
                "GERMAN  | DE | Wer hat das bezahlt?               | 1.234,56 | Zahler",
                "FRENCH  | FR | Qui a effectué ce paiement         | 234,56   | Payeur",
                "DUTCH   | NL | Wie heeft dit betaald?             | 1.234,56 | Betaler",
                "SPANISH | ES | ¿Quién ha efectuado este pago?     | 234,56   | Ordenante",
                "ITALIAN | IT | Chi ha effettuato questo pagamento | 1.234,56 | Ordinante",
            })
    void theBankIsAskedInItsLanguageAndToldAllByWhichItFindsTheLineAgain(
            Language language, String country, String title, String amount, String payer) throws IOException {
        BankQuestion letter = letter(language, country, "1234.56");
        assertThat(textOf(letter.pdf()))
                .contains(title)
                .contains(amount)
                .contains(payer)
                .contains("Quayside Trust Bank")
                .contains("GB84 QTTA 4010 2266 0188 34")
                .contains("B-7781")
                .contains("NORTHGATE")
                .contains("ref 7781 with thanks");
        assertThat(letter.text()).contains("B-7781").contains(amount);
        assertThat(letter.subject()).contains("Halden Ltd").doesNotContain("{");
    }

    @Test
    void theSameQuestionIsTheSameFile() {
        assertThat(letter(Language.ENGLISH, "GB", "1.00").pdf())
                .isEqualTo(letter(Language.ENGLISH, "GB", "1.00").pdf());
    }

    @Test
    void nobodyIsAskedForThePayerOfMoneyThatWentOut() {
        assertThatThrownBy(() -> letter(Language.ENGLISH, "GB", "-1.00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static BankQuestion letter(Language language, String country, String amount) {
        return new BankQuestion(
                DAY,
                language,
                new Sender("Halden Ltd", List.of("14 Cutler's Wharf", "Leeds"), "ar@halden.example", ""),
                new BankQuestion.Bank("Quayside Trust Bank", List.of("1 Quay Street", "London"), country),
                "GB84QTTA40102266018834",
                new BankQuestion.Line(
                        DAY.minusDays(3),
                        Money.of(amount, "EUR"),
                        "B-7781",
                        "",
                        "NORTHGATE\tHOLDINGS",
                        "ref 7781\nwith thanks"),
                new Signature("Casper Okafor", "", "", "ar@halden.example"));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
