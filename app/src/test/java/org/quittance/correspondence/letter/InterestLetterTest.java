package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;

class InterestLetterTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-13");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | GB | Interest and compensation for late payment | 12.25 % | 169.4863 | To be paid | Given up",
                "GERMAN  | DE | Verzugszinsen und Verzugspauschale         | 12,25 % | 169,4863 | Zu zahlen  | Erlassen",
                "FRENCH  | FR | Intérêts de retard                         | 12,25 % | 169,4863 | À payer    | Remise",
                "DUTCH   | NL | Rente en vergoeding                        | 12,25 % | 169,4863 | Te betalen | Kwijtgescholden",
                "SPANISH | ES | Intereses de demora                        | 12,25 % | 169,4863 | A pagar    | Condonado",
                "ITALIAN | IT | Interessi di mora                          | 12,25 % | 169,4863 | Da pagare  | Condonato",
            })
    void theNoticeShowsEveryPeriodItsRateAndWhatIsToBePaidInTheCustomersLanguage(
            Language language, String country, String title, String rate, String interest, String toPay, String waived)
            throws IOException {
        WrittenLetter letter = letter(language, country).write();
        assertThat(textOf(letter.pdf()))
                .contains(title, "INV-1", rate, interest, "101", toPay, waived)
                .contains("Late Payment of Commercial Debts");
        assertThat(letter.text()).contains(rate, interest);
        assertThat(letter.subject()).doesNotContain("\n").contains("K-100");
        assertThat(letter.pdfName()).endsWith("-K-100-2026-05-13.pdf");
    }

    @Test
    void aNoticeThatClaimsNothingIsNoLetter() {
        InterestLetter letter = letter(Language.ENGLISH, "GB");
        assertThatThrownBy(() -> new InterestLetter(
                        letter.date(),
                        letter.payBy(),
                        letter.texts(),
                        letter.from(),
                        letter.to(),
                        letter.account(),
                        letter.law(),
                        List.of(),
                        letter.payTo(),
                        letter.signature()))
                .hasMessageContaining("claims nothing");
    }

    private static InterestLetter letter(Language language, String country) {
        Money debt = Money.of("5000.00", "GBP");
        return new InterestLetter(
                DAY,
                DAY.plusDays(14),
                Texts.shipped(language),
                new Sender("Halden Ltd", List.of("1 Wharf", "Leeds"), "ar@halden.example", ""),
                new Recipient(CustomerId.of(7), "K-100", "Brandt SA", List.of("Rue 1"), "Anna Brandt", country),
                "40001",
                "Late Payment of Commercial Debts (Interest) Act 1998",
                List.of(new InterestLetter.Claimed(
                        "INV-1",
                        DAY.minusDays(101),
                        List.of(new InterestPeriod(DAY.minusDays(100), DAY, debt, new BigDecimal("12.25"))),
                        Money.of("169.49", "GBP"),
                        Money.of("70.00", "GBP"),
                        Money.of("20.00", "GBP"))),
                new PaymentDetails("Halden Ltd", "GB29NWBK60161331926819", ""),
                new Signature("Clara", "", "", ""));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }
}
