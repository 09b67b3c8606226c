package org.quittance.web.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.quittance.cash.Certificates.Book;
import org.quittance.cash.Certificates.Line;
import org.quittance.cash.Certificates.NotApplied;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;

class CertificatePaperTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant ASKED = Instant.parse("2026-03-03T08:15:00Z");
    private static final Viewer MARIA = new Viewer(3, "maria", "Maria Keller", Set.of(Role.MANAGER), Set.of());

    private static final Line LEEDS =
            new Line(Book.BANK, 1, "Leeds GBP", "GBP", 1_500_00, 1_000_00, 300_00, 50_00, 0, 150_00, 0);
    private static final Line YORK = new Line(Book.BY_HAND, 2, "York GBP", "GBP", 20_00, 20_00, 0, 0, 0, 0, 0);
    private static final Line KOELN = new Line(Book.BANK, 3, "Köln EUR", "EUR", 70_00, 70_00, 0, 0, 0, 0, 0);
    private static final NotApplied NORTHGATE = new NotApplied(
            17,
            Book.BANK,
            "Leeds GBP",
            DAY,
            "Northgate Holdings",
            "ref 7781\nwith thanks",
            gbp(150_00),
            gbp(0),
            gbp(150_00));

    private static Money gbp(long minor) {
        return Money.ofMinor(minor, "GBP");
    }

    private static String read(CertificatePaper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper.report().pdf())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void itSaysWhoAskedWhenAndWhatBecameOfTheMoneyOfEachCurrency() throws IOException {
        String read = read(new CertificatePaper(DAY, List.of(LEEDS, YORK, KOELN), List.of(NORTHGATE), MARIA, ASKED));
        assertThat(read)
                .contains("Cash certificate at the end of 2 Mar 2026")
                .contains("Asked for by Maria Keller (maria)")
                .contains("3 Mar 2026, 08:15 UTC")
                .contains("Every bank account clears to zero.")
                .contains("What became of the money in EUR")
                .contains("What became of the money in GBP")
                .contains("Together 1,520.00 1,020.00 300.00 50.00 0.00 150.00 0.00 0.00");
        assertThat(read).containsSubsequence("in EUR", "Köln EUR", "in GBP", "Leeds GBP", "York GBP");
    }

    @Test
    void everyLineThatIsNotAppliedIsListedUnderItsCurrency() throws IOException {
        String read = read(new CertificatePaper(DAY, List.of(LEEDS, KOELN), List.of(NORTHGATE), MARIA, ASKED));
        assertThat(read)
                .contains("Lines in GBP that are not applied")
                .contains("P17 2 Mar 2026 Leeds GBP Northgate Holdings ref 7781 with thanks 150.00 0.00 150.00")
                .doesNotContain("Lines in EUR");
    }

    @Test
    void aCertificateThatDoesNotAddUpSaysSo() throws IOException {
        Line wrong = new Line(Book.BANK, 1, "Leeds GBP", "GBP", 10_00, 9_00, 0, 0, 0, 0, 0);
        assertThat(read(new CertificatePaper(DAY, List.of(wrong), List.of(), MARIA, ASKED)))
                .contains("1 of 1 lines do not clear to zero: a fault");
    }

    @Test
    void whatIsBehindASumIsNotAddedToTheSum() throws IOException {
        Line sum = new Line(Book.BANK, 1, "Leeds GBP", "GBP", 245_00, 0, 0, 0, 0, 0, 245_00);
        Line behind = new Line(Book.BEHIND_SUMS, 1, "Leeds GBP", "GBP", 300_00, 300_00, 0, 0, 0, 0, 0);
        assertThat(read(new CertificatePaper(DAY, List.of(sum, behind), List.of(), MARIA, ASKED)))
                .contains("Every bank account clears to zero.")
                .contains("Payments behind settlement reports")
                .contains("245.00 0.00 0.00 0.00 0.00 0.00 245.00 0.00")
                .contains("Together without Payments behind settlement reports");
    }
}
