package org.quittance.formats.bank;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real bank files of other people, which lie beside the project where they are at hand and are never part of it. */
public final class SharedData {

    private SharedData() {}

    /** Every bank file in the order of its path; the test is skipped where the data is not at hand. */
    public static List<Path> bankFiles() throws IOException {
        Path folder = folder();
        assumeTrue(folder != null, "shared/data/bank is not at hand: the test over real bank files is skipped");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The folder beside the project, or beside any folder above it. */
    private static @Nullable Path folder() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path candidate = above.resolve("shared").resolve("data").resolve("bank");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
