package org.quittance.formats.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.quittance.core.copy.CopySigns;
import org.quittance.core.copy.FirstPageNumbers;
import org.quittance.formats.Problem;

/**
 * One PDF that is to be kept as the copy of a document.
 *
 * <pre>{@code
 * CopyPdf.Outcome outcome = CopyPdf.read("INV-1001.pdf", bytes, new CopyPdf.Place("copies.zip", 3));
 * }</pre>
 */
public final class CopyPdf {

    /** What a mail server would not take anyway. */
    public static final int MOST_BYTES = 20_000_000;

    private static final int MOST_XML_BYTES = 5_000_000;
    private static final int DEEPEST = 8;
    private static final int START = 1024;

    private static final Set<String> INVOICE_XML =
            Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "cii.xml");

    private CopyPdf() {}

    /**
     * Where a PDF stands, for messages.
     *
     * @param line the number of the entry in the ZIP; 0 for a file of its own
     */
    public record Place(String file, long line) {

        Problem refused(String name, String message, String remedy) {
            return line == 0
                    ? Problem.file(file, 0, "", name, message, remedy)
                    : Problem.row(file, line, "", name, message, remedy);
        }
    }

    /** The signs, or why it cannot be kept. Never throws for what the bytes are. */
    public static Outcome read(String name, byte[] bytes, Place place) {
        if (bytes.length > MOST_BYTES) {
            return refused(
                    place,
                    name,
                    "%s is larger than %,d bytes".formatted(name, MOST_BYTES),
                    "Have it exported in a lower resolution");
        }
        if (!isPdf(bytes)) {
            return refused(place, name, name + " is no PDF", "Hand in the copy as PDF, as billing has sent it");
        }
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                return refused(place, name, name + " has no page", "Have the document exported again");
            }
            InvoiceXml xml = xml(document).orElse(InvoiceXml.NONE);
            List<String> numbers = xml.number().isEmpty() ? FirstPageNumbers.of(firstPage(document)) : List.of();
            return new Outcome.Read(new CopySigns(name, xml.number(), xml.seller(), numbers));
        } catch (InvalidPasswordException locked) {
            return refused(
                    place,
                    name,
                    name + " is locked with a password",
                    "Save it without a password and hand it in again");
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // The library does not promise to name all damage as such.
            return refused(place, name, name + " is a damaged PDF", "Have the document exported again");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Read(CopySigns signs) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private static Outcome refused(Place place, String name, String message, String remedy) {
        return new Outcome.Refused(place.refused(name, message, remedy));
    }

    /** Readers take a PDF whose first bytes come after some that are none (ISO 32000-1, annex H). */
    static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static List<String> firstPage(PDDocument document) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setStartPage(1);
        text.setEndPage(1);
        return text.getText(document).lines().toList();
    }

    private static Optional<InvoiceXml> xml(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        return names == null || names.getEmbeddedFiles() == null ? Optional.empty() : xml(names.getEmbeddedFiles(), 0);
    }

    private static Optional<InvoiceXml> xml(PDNameTreeNode<PDComplexFileSpecification> node, int depth)
            throws IOException {
        Map<String, PDComplexFileSpecification> files = node.getNames();
        if (files != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : files.entrySet()) {
                Optional<InvoiceXml> found = xml(entry.getKey(), entry.getValue());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (node.getKids() != null && depth < DEEPEST) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                Optional<InvoiceXml> found = xml(kid, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<InvoiceXml> xml(String key, PDComplexFileSpecification file) throws IOException {
        String name = file.getFilename() == null ? key : file.getFilename();
        PDEmbeddedFile embedded = file.getEmbeddedFile();
        if (embedded == null || !INVOICE_XML.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try (InputStream in = embedded.createInputStream()) {
            byte[] bytes = in.readNBytes(MOST_XML_BYTES + 1);
            return bytes.length > MOST_XML_BYTES ? Optional.empty() : InvoiceXml.read(bytes);
        }
    }
}
