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
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets a letter as a PDF on A4, with its fonts inside.
 *
 * <p>The same letter gives the same bytes: the document's dates and number come from the letter, not from the clock. Nothing is
 * fetched while it is set, whatever a name in the ledger contains.
 */
final class Paper {

    private static final String FONT = "Source Sans 3";
    private static final byte[] REGULAR = font("SourceSans3-Regular.ttf");
    private static final byte[] SEMI_BOLD = font("SourceSans3-SemiBold.ttf");

    static {
        // The library reports every font and style it meets; what matters it throws.
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    static byte[] pdf(LetterView letter, LocalDate date) {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .withHtmlContent(LetterTemplates.paper(letter), null)
                    .withProducer("Quittance")
                    .usePdfUaAccessibility(true)
                    .useUriResolver((base, uri) -> null)
                    .useFont(new PDFontSupplier(font(document, REGULAR)), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(new PDFontSupplier(font(document, SEMI_BOLD)), FONT, 600, FontStyle.NORMAL, true);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            date(document, letter, date);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter " + letter.subject() + " could not be set as PDF", e);
        }
    }

    private static void date(PDDocument document, LetterView letter, LocalDate date) {
        Calendar midnight = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(letter.subject());
        about.setAuthor(letter.from().name());
        about.setCreationDate(midnight);
        about.setModificationDate(midnight);
        document.getDocumentCatalog().setLanguage(letter.language());
        document.setDocumentId(date.toEpochDay());
    }

    /** Without ligatures: "ft" drawn as one sign could not be searched for or copied. */
    private static PDType0Font font(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
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
