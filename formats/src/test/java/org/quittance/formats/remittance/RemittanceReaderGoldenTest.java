package org.quittance.formats.remittance;

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
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;

/** Each sample beside what it must read as: {@code x.820} and {@code x.820.expected}. */
class RemittanceReaderGoldenTest {

    private static final int SAMPLES = 12;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src", "test", "resources", "org", "quittance", "formats", "remittance"))) {
            return files.filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noSampleHasBeenLost() throws IOException {
        assertThat(samples()).hasSize(SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anAdviceReadsAsTheTextBesideItSays(Path sample) throws IOException {
        Path expected = sample.resolveSibling(sample.getFileName() + ".expected");
        String actual = AdviceText.of(read(sample));
        Path actualFile = Path.of("target", "golden-actual").resolve(expected.getFileName());
        Files.createDirectories(actualFile.getParent());
        Files.writeString(actualFile, actual);
        assertThat(actual)
                .as("%s; what was read is in %s", sample.getFileName(), actualFile)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "(no expectation)");
    }

    /** Sum of the documents 21,899.98 less discount 457.25 less credit memo 143.76 is what was paid. */
    @Test
    void grossLessDiscountLessCreditMemoIsWhatIsPaid() throws IOException {
        Path sample = samples().stream()
                .filter(file -> file.endsWith("vector.820"))
                .findFirst()
                .orElseThrow();
        RemittanceAdvice advice = read(sample).get().getFirst();
        Money gross = Money.of("0", "USD");
        Money discount = gross;
        Money adjustment = gross;
        for (RemittanceAdvice.Line line : advice.lines()) {
            gross = line.gross() == null ? gross : gross.plus(line.gross());
            discount = line.discount() == null ? discount : discount.plus(line.discount());
            adjustment = line.adjustment() == null ? adjustment : adjustment.plus(line.adjustment());
        }
        assertThat(gross).isEqualTo(Money.of("21899.98", "USD"));
        assertThat(discount).isEqualTo(Money.of("457.25", "USD"));
        assertThat(adjustment).isEqualTo(Money.of("-143.76", "USD"));
        assertThat(gross.minus(discount).plus(adjustment)).isEqualTo(advice.total());
        assertThat(advice.addsUp()).isTrue();
    }

    private static Parsed<List<RemittanceAdvice>> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return RemittanceReader.read(file.getFileName().toString(), in);
        }
    }
}
