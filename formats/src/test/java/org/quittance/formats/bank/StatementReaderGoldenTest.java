package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.formats.Parsed;

/** Each sample beside what it must read as: {@code x.xml} and {@code x.xml.expected}. */
class StatementReaderGoldenTest {

    private static final int SAMPLES = 21;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        return Path.of("src", "test", "resources", "org", "quittance", "formats", "bank");
    }

    @Test
    void noSampleHasBeenLost() throws IOException {
        assertThat(samples()).hasSize(SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStatementReadsAsTheTextBesideItSays(Path sample) throws IOException {
        Path expected = sample.resolveSibling(sample.getFileName() + ".expected");
        String actual = StatementText.of(read(sample));
        Path actualFile = Path.of("target", "golden-actual").resolve(expected.getFileName());
        Files.createDirectories(actualFile.getParent());
        Files.writeString(actualFile, actual);

        assertThat(actual)
                .as("%s; what was read is in %s", sample.getFileName(), actualFile)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "(no expectation)");
    }

    private static Parsed<List<BankStatement>> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return StatementReader.read(file.getFileName().toString(), in);
        }
    }
}
