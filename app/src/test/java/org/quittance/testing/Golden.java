package org.quittance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what came out with a file under {@code src/test/resources} that a person has read and found right. What came out is kept under
 * {@code target/golden}; where it is the better, copy it over the expected file and read the difference before committing it.
 */
public final class Golden {

    private static final Path EXPECTED = Path.of("src/test/resources");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    public static void assertSame(String file, String actual) {
        try {
            keep(file, actual.getBytes(StandardCharsets.UTF_8));
            Path expected = EXPECTED.resolve(file);
            assertThat(expected)
                    .as("a golden file for what is now in %s", ACTUAL.resolve(file))
                    .exists();
            assertThat(actual).as(file).isEqualTo(Files.readString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what came out for a person to look at. */
    public static void keep(String file, byte[] actual) {
        try {
            Path kept = ACTUAL.resolve(file);
            Files.createDirectories(kept.getParent());
            Files.write(kept, actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
