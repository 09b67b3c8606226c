package org.quittance.formats.copy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.copy.CopyPdf.Place;

/**
 * A ZIP of copies. An entry is unpacked into memory, and no further than a copy may be large, whatever the ZIP says of its size.
 *
 * <pre>{@code
 * try (CopyArchive archive = CopyArchive.open("copies.zip", path).get()) {
 *     CopyArchive.Entry first = archive.read(0);
 * }
 * }</pre>
 */
public final class CopyArchive implements Closeable {

    static final int MOST_ENTRIES = 20_000;
    static final long MOST_UNPACKED_BYTES = 4_000_000_000L;

    private static final String SPLIT = "Hand in several smaller ZIPs";

    private final String fileName;
    private final ZipFile zip;
    private final List<? extends ZipEntry> entries;
    private final long mostUnpackedBytes;
    private long unpackedBytes;

    private CopyArchive(String fileName, ZipFile zip, List<? extends ZipEntry> entries, long mostUnpackedBytes) {
        this.fileName = fileName;
        this.zip = zip;
        this.entries = entries;
        this.mostUnpackedBytes = mostUnpackedBytes;
    }

    /** What stands in the archive at one place. */
    public sealed interface Entry {

        /** A file, not looked into yet; its name is without folders. */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record File(String name, byte[] bytes, Place place) implements Entry {}

        record Refused(Problem problem) implements Entry {}

        /** Nothing further of the archive is read. */
        record Stopped(Problem problem) implements Entry {}
    }

    /** Whether a file begins as a ZIP does. */
    public static boolean claims(byte[] start) {
        return start.length > 3
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    /** Whether it is a ZIP with a PDF in it, and no workbook. */
    public static boolean holdsPdf(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry("[Content_Types].xml") == null
                    && zip.stream()
                            .limit(MOST_ENTRIES)
                            .anyMatch(entry ->
                                    entry.getName().toLowerCase(Locale.ROOT).endsWith(".pdf"));
        } catch (IOException damaged) {
            return false;
        }
    }

    /** Looks at its table of contents. */
    public static Parsed<CopyArchive> open(String fileName, Path path) throws IOException {
        return open(fileName, path, MOST_UNPACKED_BYTES);
    }

    @SuppressWarnings("MustBeClosedChecker")
    static Parsed<CopyArchive> open(String fileName, Path path, long mostUnpackedBytes) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException damaged) {
            boolean isLocked = String.valueOf(damaged.getMessage()).contains("encrypted");
            return Parsed.refused(
                    isLocked
                            ? whole(
                                    fileName,
                                    "The ZIP is locked with a password",
                                    "Pack the PDFs without a password and hand the ZIP in again")
                            : whole(
                                    fileName,
                                    "The ZIP is damaged or incomplete",
                                    "Pack the PDFs again and hand the ZIP in again"));
        }
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !isOfTheSystem(entry.getName()))
                .limit(MOST_ENTRIES + 1L)
                .toList();
        if (files.isEmpty() || files.size() > MOST_ENTRIES) {
            zip.close();
            return Parsed.refused(
                    files.isEmpty()
                            ? whole(fileName, "The ZIP holds no file", "Pack the PDFs and hand the ZIP in again")
                            : whole(fileName, "The ZIP holds more than %,d files".formatted(MOST_ENTRIES), SPLIT));
        }
        return Parsed.of(new CopyArchive(fileName, zip, files, mostUnpackedBytes));
    }

    /** How many files it holds, without those that operating systems add by themselves. */
    public int size() {
        return entries.size();
    }

    /** Unpacks the file at a place, counted from 0. */
    public Entry read(int index) {
        ZipEntry entry = entries.get(index);
        Place place = new Place(fileName, index + 1L);
        String name = nameOf(entry);
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return new Entry.Refused(
                    place.refused(name, name + " is a ZIP within the ZIP", "Unpack it and hand in what is inside"));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(CopyPdf.MOST_BYTES + 1);
            unpackedBytes += bytes.length;
            if (unpackedBytes > mostUnpackedBytes) {
                return new Entry.Stopped(place.refused(
                        name, "The ZIP unpacks to more than %,d bytes".formatted(mostUnpackedBytes), SPLIT));
            }
            return new Entry.File(name, bytes, place);
        } catch (IOException | IllegalArgumentException damaged) {
            return new Entry.Refused(place.refused(
                    name,
                    name + " is damaged or locked in the ZIP",
                    "Pack it again, without a password, and hand it in"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String nameOf(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return last.isEmpty() ? "unnamed" : last;
    }

    /** What a Mac or Windows packs beside the files. */
    private static boolean isOfTheSystem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.startsWith("__MACOSX/")
                || last.equals(".ds_store")
                || last.equals("thumbs.db")
                || last.equals("desktop.ini");
    }

    private static Problem whole(String fileName, String message, String remedy) {
        return Problem.file(fileName, 0, "", fileName, message, remedy);
    }
}
