package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.formats.table.TableFile;

/**
 * Each sample is an extract as the system writes it; what is to be read from it stands beside it under {@code .expected}. To accept a
 * change of what is read, run with {@code -Dgolden.accept=true} and look at the difference before committing it.
 */
class GoldenExtractTest {

    private static final Defaults DEFAULTS = Defaults.of("1000", Currency.getInstance("EUR"));

    static Stream<String> samples() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anExtractIsReadAsExpected(String name) throws IOException, URISyntaxException {
        Path sample = folder().resolve(name);
        String read = ExtractText.of(TableFile.open(name, sample).get(), DEFAULTS);
        Path expected = folder().resolve(name.substring(0, name.lastIndexOf('.')) + ".expected");
        if (Boolean.getBoolean("golden.accept")) {
            for (Path target : List.of(expected, sources().resolve(expected.getFileName()))) {
                Files.writeString(target, read);
            }
        }
        assertThat(read).isEqualTo(Files.readString(expected));
    }

    private static Path folder() throws URISyntaxException {
        URL url = Objects.requireNonNull(GoldenExtractTest.class.getResource("samples"), "samples");
        return Path.of(url.toURI());
    }

    private static Path sources() {
        return Path.of("src/test/resources/org/quittance/formats/extract/samples");
    }
}
