package org.quittance.correspondence.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * One PDF of many letters, to be printed on both sides of the paper: every document begins on the front of a sheet.
 *
 * <p>Example: a letter of three pages, its copy of one page and the next letter begin on pages 1, 5 and 7.
 */
public final class PaperBatch implements AutoCloseable {

    private static final float MARK_SIZE = 7;
    /** Above every text of a letter: its first line is 22 mm from the edge. */
    private static final float MARK_FROM_EDGE = 20;

    private final PDDocument all = new PDDocument();
    private final PDFMergerUtility merger = new PDFMergerUtility();
    private final String mark;

    /**
     * A batch without letters yet.
     *
     * @param mark what stands small at the head of every page; empty for nothing
     */
    public PaperBatch(String mark) {
        this.mark = mark;
    }

    /** A document that cannot be printed. */
    public static final class Unreadable extends Exception {

        Unreadable(IOException cause) {
            super("it is no PDF that can be printed: " + cause.getMessage(), cause);
        }
    }

    /** Pages that a document fills on paper, the empty back of its last sheet included. */
    public static int pages(byte[] pdf) throws Unreadable {
        try (PaperBatch alone = new PaperBatch("")) {
            return alone.add(pdf);
        }
    }

    /** Puts a document behind the others, and returns how many pages it fills. */
    public int add(byte[] pdf) throws Unreadable {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int before = all.getNumberOfPages();
            PDRectangle size = document.getPage(0).getMediaBox();
            document.setAllSecurityToBeRemoved(true);
            merger.appendDocument(all, document);
            if (all.getNumberOfPages() % 2 == 1) {
                all.addPage(new PDPage(size));
            }
            return all.getNumberOfPages() - before;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new Unreadable(e instanceof IOException io ? io : new IOException("it has no page", e));
        }
    }

    public byte[] pdf() {
        try {
            if (!mark.isEmpty()) {
                for (PDPage page : all.getPages()) {
                    mark(page);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            all.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letters could not be put into one PDF", e);
        }
    }

    private void mark(PDPage page) throws IOException {
        try (PDPageContentStream over =
                new PDPageContentStream(all, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            over.beginText();
            over.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), MARK_SIZE);
            over.newLineAtOffset(MARK_FROM_EDGE, page.getMediaBox().getUpperRightY() - MARK_FROM_EDGE);
            over.showText(mark);
            over.endText();
        }
    }

    @Override
    public void close() {
        try {
            all.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
