package org.quittance.formats.remittance;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, line by line as it stands on the page. A page that is a picture has none. */
final class PdfLines {

    private static final int MOST_PAGES = 200;

    private PdfLines() {}

    /** Reads at most {@value #MOST_PAGES} pages. */
    static List<String> of(byte[] pdf) throws UnreadableAdvice {
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableAdvice(0, "", "", "The PDF has %,d pages".formatted(document.getNumberOfPages()));
            }
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(document).lines().toList();
        } catch (IOException damaged) {
            throw new UnreadableAdvice(0, "", "", "The PDF is damaged or locked with a password");
        } catch (RuntimeException | StackOverflowError damaged) {
            // The library does not promise to name all damage as such.
            throw new UnreadableAdvice(0, "", "", "The PDF is damaged");
        }
    }
}
