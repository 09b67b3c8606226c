package org.quittance.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.formats.Parsed;

/** A ZIP of copies is unpacked within limits, whatever it says of itself. */
class CopyArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreReadWithoutTheirFoldersAndWithoutWhatSystemsAdd() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("March/", new byte[0]);
        files.put("March/INV-1001.pdf", Pdfs.of("x"));
        files.put("__MACOSX/March/._INV-1001.pdf", new byte[] {1});
        files.put("../../etc/INV-1002.pdf", Pdfs.of("y"));
        files.put("inner.zip", new byte[] {'P', 'K', 3, 4});
        files.put("notes.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(read(zip(files), Long.MAX_VALUE))
                .containsExactly(
                        "INV-1001.pdf",
                        "INV-1002.pdf",
                        "3: inner.zip is a ZIP within the ZIP. Unpack it and hand in what is inside.",
                        "notes.txt");
    }

    @Test
    void aBombIsUnpackedNoFurtherThanACopyMayBeLarge() throws IOException {
        Path bomb = zip(Map.of("bomb.pdf", new byte[60_000_000]));
        assertThat(Files.size(bomb)).isLessThan(100_000);
        try (CopyArchive archive = CopyArchive.open("bomb.zip", bomb).get()) {
            assertThat(archive.read(0)).isInstanceOfSatisfying(CopyArchive.Entry.File.class, file -> {
                assertThat(file.bytes()).hasSize(CopyPdf.MOST_BYTES + 1);
                assertThat(CopyPdf.read(file.name(), file.bytes(), file.place()))
                        .isInstanceOf(CopyPdf.Outcome.Refused.class);
            });
        }
    }

    @Test
    void manyFilesThatUnpackToTooMuchStopTheArchive() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            files.put(i + ".pdf", new byte[1_000]);
        }
        assertThat(read(zip(files), 2_500))
                .containsExactly(
                        "0.pdf", "1.pdf", "3: The ZIP unpacks to more than 2,500 bytes. Hand in several smaller ZIPs.");
    }

    @Test
    void aZipThatCannotBeOpenedSaysWhy() throws IOException {
        byte[] good = Files.readAllBytes(zip(Map.of("a.pdf", Pdfs.of("x"))));
        assertThat(refusal(Arrays.copyOf(good, good.length / 2))).isEqualTo("The ZIP is damaged or incomplete");
        assertThat(refusal(Files.readAllBytes(zip(Map.of("only/", new byte[0])))))
                .isEqualTo("The ZIP holds no file");
        assertThat(refusal(encrypted(good))).isEqualTo("The ZIP is locked with a password");
    }

    @Test
    void aZipOfPdfsIsToldFromAWorkbook() throws IOException {
        assertThat(CopyArchive.holdsPdf(zip(Map.of("a/B.PDF", new byte[] {1})))).isTrue();
        assertThat(CopyArchive.holdsPdf(zip(Map.of("[Content_Types].xml", new byte[] {1}, "a.pdf", new byte[] {1}))))
                .isFalse();
        assertThat(CopyArchive.holdsPdf(zip(Map.of("a.txt", new byte[] {1})))).isFalse();
    }

    private static List<String> read(Path path, long most) throws IOException {
        List<String> told = new ArrayList<>();
        try (CopyArchive archive = CopyArchive.open("copies.zip", path, most).get()) {
            for (int i = 0; i < archive.size(); i++) {
                switch (archive.read(i)) {
                    case CopyArchive.Entry.File file -> told.add(file.name());
                    case CopyArchive.Entry.Refused(var problem) ->
                        told.add(problem.line() + ": " + problem.message() + ". " + problem.remedy() + ".");
                    case CopyArchive.Entry.Stopped(var problem) -> {
                        told.add(problem.line() + ": " + problem.message() + ". " + problem.remedy() + ".");
                        return told;
                    }
                }
            }
        }
        return told;
    }

    private String refusal(byte[] zip) throws IOException {
        Path path = Files.write(Files.createTempFile(folder, "copies", ".zip"), zip);
        Parsed<CopyArchive> parsed = CopyArchive.open("copies.zip", path);
        return parsed.problems().getFirst().message();
    }

    /** Sets the flag of encryption where the ZIP tells of its entry and in the table of contents (APPNOTE 4.4.4). */
    private static byte[] encrypted(byte[] zip) {
        byte[] flagged = zip.clone();
        for (int i = 0; i + 8 < flagged.length; i++) {
            boolean isLocal = flagged[i] == 'P' && flagged[i + 1] == 'K' && flagged[i + 2] == 3 && flagged[i + 3] == 4;
            boolean isCentral =
                    flagged[i] == 'P' && flagged[i + 1] == 'K' && flagged[i + 2] == 1 && flagged[i + 3] == 2;
            if (isLocal) {
                flagged[i + 6] |= 1;
            }
            if (isCentral) {
                flagged[i + 8] |= 1;
            }
        }
        return flagged;
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path path = Files.createTempFile(folder, "copies", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return path;
    }
}
