package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.testing.Golden;

class LettersTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFiveLettersReadInEachLanguageAsTheyWereApproved(Language language) {
        String letters = Arrays.stream(Template.values())
                .map(template -> Letters.write(SampleLetters.letter(template, language, home(language))))
                .map(letter -> letter.subject() + "\n" + "=".repeat(76) + "\n" + letter.text())
                .collect(Collectors.joining("\n" + "#".repeat(76) + "\n\n"));
        Golden.assertSame("letters/" + language.code() + ".txt", letters);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void thePdfOfEachLetterReadsAsItWasApproved(Template template) throws IOException {
        WrittenLetter letter = Letters.write(SampleLetters.letter(template, Language.ENGLISH, "GB"));
        Golden.keep("letters/" + template + ".pdf", letter.pdf());
        Golden.keep("letters/" + template + ".html", letter.html().getBytes(StandardCharsets.UTF_8));
        Golden.assertSame("letters/" + template + ".pdf.txt", textOf(letter.pdf()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLetterThatAsksForAPartOfADocumentSaysSoInEveryForm(Language language) {
        LetterContent whole = SampleLetters.letter(Template.NOTICE_1, language, home(language));
        LetterContent part = whole.askingInPart(Set.of(ItemId.of(3)));
        WrittenLetter letter = Letters.write(part);
        String note = "* " + Phrases.in(language).say("inPart");
        assertThat(letter.text()).contains("AP-19876 *").doesNotContain("US-77120 *");
        assertThat(letter.text().replaceAll("\\s+", " ")).contains(note.replaceAll("\\s+", " "));
        assertThat(letter.html()).contains("AP-19876 *");
        assertThat(Letters.write(whole).text()).doesNotContain(" *");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePdfCarriesItsFontsAndEveryLetterOfTheLanguage(Language language) throws IOException {
        LetterContent content = SampleLetters.letter(Template.NOTICE_3, language, home(language));
        byte[] pdf = Letters.write(content).pdf();
        Golden.keep("letters/NOTICE_3_" + language.code() + ".pdf", pdf);
        LetterView view = LetterWording.of(content);
        String foot = view.from().inOneLine() + " " + view.page().before() + "1"
                + view.page().between() + "2" + view.page().after() + " ";
        String read = textOf(pdf).replaceAll("\\s+", " ").replace(foot, "");
        for (String paragraph : view.after()) {
            assertThat(read).contains(paragraph.replaceAll("\\s+", " "));
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void theSameLetterIsTheSameFileByteForByte() {
        LetterContent content = SampleLetters.letter(Template.NOTICE_2, Language.GERMAN, "AT");
        assertThat(Letters.write(content).pdf())
                .isEqualTo(Letters.write(content).pdf());
    }

    @Test
    void aLongStatementRunsOverNumberedA4PagesThatRepeatTheirHeadings() throws IOException {
        byte[] pdf = Letters.write(SampleLetters.longStatement()).pdf();
        Golden.keep("letters/long_statement.pdf", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isEqualTo(3);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Page " + page + " of 3", "Days overdue");
                PDRectangle size = document.getPage(page - 1).getMediaBox();
                assertThat(size.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), Offset.offset(1f));
                assertThat(size.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), Offset.offset(1f));
            }
        }
    }

    @Test
    void whatACustomerIsCalledCannotBecomeMarkup() {
        LetterContent sample = SampleLetters.letter(Template.STATEMENT, Language.ENGLISH, "GB");
        LetterContent content = new LetterContent(
                sample.template(),
                sample.texts(),
                sample.date(),
                null,
                sample.from(),
                new Recipient(
                        CustomerId.of(8), "4712", "<img src='http://x.example/a.png'/> & Co", List.of(), "<b>Bo", "GB"),
                sample.sections(),
                sample.signature());
        assertThat(Letters.write(content).html()).contains("Dear &lt;b&gt;Bo,").doesNotContain("<b>Bo");
        assertThat(Letters.write(content).pdf()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GERMAN, DE, '1.234.567,80', 02.03.2026",
        "GERMAN, CH, '1’234’567.80', 02.03.2026",
        "ENGLISH, US, '1,234,567.80', 'Mar 2, 2026'",
        "ENGLISH, JP, '1,234,567.80', 2 Mar 2026",
        "ENGLISH, '', '1,234,567.80', 2 Mar 2026",
        "SPANISH, MX, '1,234,567.80', 2 mar 2026",
        "FRENCH, FR, '1\u202f234\u202f567,80', 2 mars 2026",
    })
    void numbersAndDatesFollowTheCustomersCountry(Language language, String country, String amount, String due) {
        LetterContent sample = SampleLetters.letter(Template.STATEMENT, language, country);
        LetterContent content = new LetterContent(
                sample.template(),
                Texts.shipped(language),
                sample.date(),
                null,
                sample.from(),
                sample.to(),
                List.of(new Section(
                        "Alder",
                        "1",
                        new PaymentDetails("Alder", "", ""),
                        List.of(SampleLetters.item(
                                1, ItemKind.INVOICE, "AP-1", SampleLetters.TODAY, "EUR", "1234567.80")))),
                sample.signature());
        LetterView.Row row =
                LetterWording.of(content).tables().getFirst().rows().getFirst();
        assertThat(row.open()).isEqualTo(amount);
        assertThat(row.due()).isEqualTo(due);
    }

    private static String home(Language language) {
        return switch (language) {
            case ENGLISH -> "GB";
            case GERMAN -> "DE";
            case FRENCH -> "FR";
            case DUTCH -> "NL";
            case SPANISH -> "ES";
            case ITALIAN -> "IT";
        };
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
