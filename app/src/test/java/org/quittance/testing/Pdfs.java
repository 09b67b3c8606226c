package org.quittance.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quittance.correspondence.letter.Report;

/** PDFs as billing sends them, and ZIPs of them. */
public final class Pdfs {

    private Pdfs() {}

    /** One page that says the text after "Invoice number"; other words give other bytes. */
    public static byte[] invoice(String number, String words) {
        return new Report(
                        Books.TODAY,
                        "Alder Paper Europe B.V.",
                        "Invoice",
                        Report.Sheet.UPRIGHT,
                        List.of(new Report.Fact("Invoice number", number)),
                        List.of(words),
                        List.of())
                .pdf();
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
