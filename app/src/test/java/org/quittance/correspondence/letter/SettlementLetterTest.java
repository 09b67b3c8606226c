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

class SettlementLetterTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | GB | Offer of a settlement   | 1,234.56 | 900.00 | What we take for it",
                "GERMAN  | DE | Angebot eines Vergleichs | 1.234,56 | 900,00 | Unser Angebot",
                "FRENCH  | FR | Offre transactionnelle  | 234,56   | 900,00 | Notre offre",
                "DUTCH   | NL | Voorstel tot schikking  | 1.234,56 | 900,00 | Ons voorstel",
                "SPANISH | ES | Oferta de acuerdo       | 234,56   | 900,00 | Nuestra oferta",
                "ITALIAN | IT | Proposta di accordo     | 1.234,56 | 900,00 | La nostra proposta",
            })
    void theOfferNamesTheDebtAndWhatIsTakenInTheCustomersLanguage(
            Language language, String country, String title, String owed, String offer, String label)
            throws IOException {
        WrittenLetter letter = letter(language, country, "900.00").write();
        assertThat(textOf(letter.pdf())).contains(title, "4711", owed, offer, label);
        assertThat(letter.text()).contains("4711", offer);
        assertThat(letter.pdfName()).endsWith("-K-100-2026-03-02.pdf");
    }

    @Test
    void toTakeAllThatIsOwedIsNoSettlement() {
        assertThatThrownBy(() -> letter(Language.ENGLISH, "GB", "1234.56")).hasMessageContaining("no settlement");
    }

    private static SettlementLetter letter(Language language, String country, String offer) {
        return new SettlementLetter(
                DAY,
                DAY.plusDays(14),
                Texts.shipped(language),
                new Sender("Halden GmbH", List.of("Hafenstrasse 1", "20457 Hamburg"), "ar@halden.example", ""),
                new Recipient(CustomerId.of(7), "K-100", "Brandt SA", List.of("Rue 1"), "Anna Brandt", country),
                "40001",
                List.of(new SettlementLetter.Debt("4711", Money.of("1234.56", "EUR"))),
                Money.of(offer, "EUR"),
                new PaymentDetails("Halden GmbH", "DE89370400440532013000", ""),
                new Signature("Clara", "", "", ""));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }
}
