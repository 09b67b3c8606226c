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
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.core.reference.LetterReference;

class PlanLetterTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | GB | Repayment plan            | 1,234.56 | Instalment 2",
                "GERMAN  | DE | Ratenzahlungsvereinbarung | 1.234,56 | Rate 2",
                "FRENCH  | FR | Plan de paiement          | 234,56   | Échéance 2",
                "DUTCH   | NL | Betalingsregeling         | 1.234,56 | Termijn 2",
                "SPANISH | ES | Plan de pagos             | 234,56   | Plazo 2",
                "ITALIAN | IT | Piano di rientro          | 1.234,56 | Rata 2",
            })
    void theLetterToSignNamesTheDebtAndEveryInstalmentInTheCustomersLanguage(
            Language language, String country, String title, String amount, String second) throws IOException {
        String read = textOf(letter(language, country, "617.28").pdf());
        assertThat(read)
                .contains(title)
                .contains("4711")
                .contains(amount)
                .contains(second)
                .contains("____");
    }

    @Test
    void instalmentsThatDoNotRepayTheDebtAreNoLetter() {
        assertThatThrownBy(() -> letter(Language.ENGLISH, "GB", "617.27"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not repay the debt");
    }

    private static PlanLetter letter(Language language, String country, String first) {
        return new PlanLetter(
                DAY,
                Texts.shipped(language),
                new Sender("Halden GmbH", List.of("Hafenstrasse 1", "20457 Hamburg"), "ar@halden.example", ""),
                new Recipient(CustomerId.of(7), "K-100", "Brandt SA", List.of("Rue 1"), "Anna Brandt", country),
                "40001",
                List.of(
                        new PlanLetter.Debt(
                                PlanLetter.Kind.DOCUMENT,
                                "4711",
                                new PlanLetter.Dates(DAY.minusDays(70), DAY.minusDays(40), Money.of("1500.00", "EUR")),
                                Money.of("1200.00", "EUR")),
                        new PlanLetter.Debt(PlanLetter.Kind.INTEREST, "PLAN-9", null, Money.of("34.56", "EUR"))),
                List.of(
                        new PlanLetter.Part(DAY.plusMonths(1), Money.of(first, "EUR")),
                        new PlanLetter.Part(DAY.plusMonths(2), Money.of("617.28", "EUR"))),
                new PaymentDetails("Halden GmbH", "DE89370400440532013000", ""),
                new PlanLetter.Name("PLAN-9", LetterReference.of(20417, "DE89370400440532013000")),
                new Signature("Clara", "", "", ""));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
