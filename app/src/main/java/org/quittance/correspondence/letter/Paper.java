package org.quittance.correspondence.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets a letter or a report as a PDF, with its fonts inside.
 *
 * <p>The same letter gives the same bytes: the document's dates and number come from the letter, not from the clock. Nothing is
 * fetched while it is set, whatever a name in the ledger contains.
 */
final class Paper {

    private static final String FONT = "Source Sans 3";
    private static final byte[] REGULAR = font("SourceSans3-Regular.ttf");
    private static final byte[] SEMI_BOLD = font("SourceSans3-SemiBold.ttf");

    private static final CmapLookup SIGNS = signs();

    static {
        // The library reports every font and style it meets; what matters it throws.
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /** What a document's properties say of it. */
    record About(String title, String author, String language, LocalDate date) {}

    /** A letter, with the QR-bills to pay it behind it. */
    static byte[] pdf(LetterView letter, LocalDate date) {
        return pdf(
                LetterTemplates.paper(letter),
                new About(letter.subject(), letter.from().name(), letter.language(), date),
                letter.payments().stream()
                        .flatMap(payment -> payment.bills().stream())
                        .toList());
    }

    /**
     * Sets a page that is well-formed XML.
     *
     * @param html with its styles, which say how large the paper is
     */
    static byte[] pdf(String html, About about) {
        return pdf(html, about, List.of());
    }

    private static byte[] pdf(String html, About about, List<SwissBill> bills) {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .withHtmlContent(html, null)
                    .withProducer("Quittance")
                    .usePdfUaAccessibility(true)
                    .useUriResolver((base, uri) -> null)
                    .useObjectDrawerFactory(ScanCode.drawers())
                    .useFont(new PDFontSupplier(font(document, REGULAR)), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(new PDFontSupplier(font(document, SEMI_BOLD)), FONT, 600, FontStyle.NORMAL, true);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            for (SwissBill bill : bills) {
                bill.drawOn(document);
            }
            date(document, about);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + about.title() + " could not be set as PDF", e);
        }
    }

    /** The first sign of a text that the font cannot draw; a letter with it would have a hole. */
    static Optional<String> missingSign(String text) {
        return text.codePoints()
                .filter(sign -> sign != '\n' && SIGNS.getGlyphId(sign) == 0)
                .mapToObj(Character::toString)
                .findFirst();
    }

    private static void date(PDDocument document, About about) {
        Calendar midnight = GregorianCalendar.from(about.date().atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation properties = document.getDocumentInformation();
        properties.setTitle(about.title());
        properties.setAuthor(about.author());
        properties.setCreationDate(midnight);
        properties.setModificationDate(midnight);
        document.getDocumentCatalog().setLanguage(about.language());
        document.setDocumentId(about.date().toEpochDay());
    }

    /** Without ligatures: "ft" drawn as one sign could not be searched for or copied. */
    private static PDType0Font font(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private static CmapLookup signs() {
        try {
            return new TTFParser(true)
                    .parse(new RandomAccessReadBuffer(REGULAR))
                    .getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font's table of signs cannot be read", e);
        }
    }

    private static byte[] font(String name) {
        try (InputStream file =
                Objects.requireNonNull(Paper.class.getResourceAsStream("/fonts/source-sans-3/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
