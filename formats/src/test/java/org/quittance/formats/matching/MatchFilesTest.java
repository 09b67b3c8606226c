package org.quittance.formats.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.formats.Parsed;

class MatchFilesTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "matching");

    @TempDir
    Path scratch;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void eachPaymentRowGetsItsItemsAmountsAndReasons() throws IOException {
        Parsed<MatchFiles.Summary> matched = MatchFiles.match(
                SAMPLES.resolve("items.csv"), SAMPLES.resolve("payments.csv"), out, MatchPolicy.standard());

        assertThat(matched.problems()).isEmpty();
        assertThat(matched.get()).isEqualTo(new MatchFiles.Summary(7, 4, 1, 2));
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo(Files.readString(SAMPLES.resolve("expected.csv")));
    }

    @Test
    void filesGivenTheWrongWayRoundAreRefusedWithARemedy() throws IOException {
        Parsed<MatchFiles.Summary> matched = MatchFiles.match(
                SAMPLES.resolve("payments.csv"), SAMPLES.resolve("items.csv"), out, MatchPolicy.standard());

        assertThat(matched.isRefused()).isTrue();
        assertThat(matched.problems()).hasSize(2).first().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("this file holds payments, not open items");
            assertThat(problem.remedy()).contains("--items");
        });
        assertThat(out.size()).isZero();
    }

    @Test
    void aFileThatNobodyKnowsIsRefused() throws IOException {
        Path unknown = Files.writeString(scratch.resolve("unknown.csv"), "Colour,Shape\nred,round\n");

        Parsed<MatchFiles.Summary> matched =
                MatchFiles.match(unknown, SAMPLES.resolve("payments.csv"), out, MatchPolicy.standard());

        assertThat(matched.isRefused()).isTrue();
    }

    @Test
    void aBadRowIsToldAndDoesNotShiftTheOthers() throws IOException {
        String items = Files.readString(SAMPLES.resolve("items.csv")).replace("80.50,20260602", "80.50,2026-99-99");
        Path damaged = Files.writeString(scratch.resolve("items.csv"), items);

        Parsed<MatchFiles.Summary> matched =
                MatchFiles.match(damaged, SAMPLES.resolve("payments.csv"), out, MatchPolicy.standard());

        assertThat(matched.problems())
                .anySatisfy(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\r\n2,3,150.00,applied,");
    }
}
