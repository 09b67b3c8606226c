package org.quittance.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.formats.Parsed;
import org.quittance.formats.matching.MatchFiles;

/** The public benchmark, where it is at hand: 10,000 true matches under plain and under SAP's headers. */
class PublicMatchesTest {

    @TempDir
    Path scratch;

    @ParameterizedTest(name = "{0} headers")
    @ValueSource(strings = {"descriptive", "opaque"})
    void nearlyAllPaymentsFindExactlyTheirInvoicesAndHardlyAnyAFalseOne(String variant) throws IOException {
        Path data = data(variant);
        assumeTrue(Files.isDirectory(data), () -> "the public matches are not at hand: no folder " + data);
        Path answer = scratch.resolve("answer.csv");

        Parsed<MatchFiles.Summary> matched;
        try (OutputStream out = Files.newOutputStream(answer)) {
            matched = MatchFiles.match(
                    data.resolve("invoices.csv"), data.resolve("payments.csv"), out, MatchPolicy.standard());
        }
        MatchScore score = MatchScore.of(
                answer, data.resolve("matches.csv"), data.resolve("invoices.csv"), data.resolve("payments.csv"));

        assertThat(matched.get().payments()).isEqualTo(12_262);
        assertThat(score.total().truth()).isEqualTo(10_000);
        assertThat(score.total().exactShare()).isGreaterThanOrEqualTo(0.998);
        assertThat(score.total().appliedShare()).isGreaterThanOrEqualTo(0.995);
        assertThat(score.total().precision()).as("%s", score.falseGroups()).isGreaterThanOrEqualTo(0.9995);
    }

    /** Beside the project, however deep the working copy lies. */
    private static Path data(String variant) {
        Path inside = Path.of("shared", "data", "matching", variant);
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve(inside))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(here.resolve("..").resolve("..").resolve(inside).normalize());
    }
}
