package org.quittance.formats.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.quittance.formats.Problem;

/**
 * Whether a zip archive is a workbook that can be read without harm.
 *
 * <p>Every part is unpacked once and counted, because the sizes that an archive declares may be lies: a part that grows more than
 * {@value #HIGHEST_RATIO} times, or an archive of more than {@value #MOST_BYTES} bytes, is refused.
 */
final class WorkbookCheck {

    /** Formats tell dates from numbers, and have to be sound too. */
    static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    /** A worksheet shrinks to a tenth or a fortieth; a bomb to a thousandth. */
    static final long HIGHEST_RATIO = 200;

    static final long MOST_BYTES = 4L << 30;
    private static final long SMALL_BYTES = 8L << 20;
    private static final long MOST_STRING_BYTES = 256L << 20;

    /** What the check found. */
    sealed interface Verdict {}

    record Sound(List<String> sheets) implements Verdict {}

    record Unusable(Problem problem) implements Verdict {}

    private WorkbookCheck() {}

    static Verdict of(String name, Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                return new Unusable(foreign(name, zip));
            }
            if (isBomb(zip)) {
                return new Unusable(Problem.file(
                        name,
                        0,
                        "",
                        "",
                        "The workbook unpacks to far more than a list needs",
                        "Save the one sheet that is meant as CSV"));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return new Unusable(damaged(name));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), WITH_FORMATS)) {
            return new Sound(workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList());
        } catch (IOException | RuntimeException e) {
            // The disk was read whole above; the library reports damaged parts by exceptions of many kinds.
            return new Unusable(damaged(name));
        }
    }

    static Problem damaged(String name) {
        return Problem.file(
                name, 0, "", "", "The workbook is damaged", "Open it in Excel, let Excel repair it, and save it again");
    }

    private static Problem foreign(String name, ZipFile zip) {
        if (zip.getEntry("xl/workbook.bin") != null) {
            return Problem.file(
                    name,
                    0,
                    "",
                    "",
                    "This is a binary workbook (.xlsb)",
                    "Open it in Excel and save it as .xlsx or CSV");
        }
        if (zip.getEntry("content.xml") != null) {
            return Problem.file(
                    name,
                    0,
                    "",
                    "",
                    "This is an OpenDocument file",
                    "Open it in LibreOffice and save it as .xlsx or CSV");
        }
        return Problem.file(
                name, 0, "", "", "This is a compressed archive", "Unpack it and feed the file that is inside");
    }

    private static boolean isBomb(ZipFile zip) throws IOException {
        long total = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            long allowed = Math.max(SMALL_BYTES, Math.max(entry.getCompressedSize(), 0) * HIGHEST_RATIO);
            if (entry.getName().endsWith("sharedStrings.xml")) {
                allowed = Math.min(allowed, MOST_STRING_BYTES);
            }
            long size = unpackedSize(zip, entry, allowed);
            total += size;
            if (size > allowed || total > MOST_BYTES) {
                return true;
            }
        }
        return false;
    }

    private static long unpackedSize(ZipFile zip, ZipEntry entry, long enough) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int read = in.read(buffer);
            while (read >= 0 && size <= enough) {
                size += read;
                read = in.read(buffer);
            }
        }
        return size;
    }
}
