package org.quittance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.ledger.LedgerCheck;
import picocli.CommandLine;

class BenchTest {

    @TempDir
    Path scratch;

    @Test
    void aSmallBenchMeasuresEveryPartAndNothingCostsLessThanNothing() {
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new Bench())
                .setOut(new PrintWriter(out))
                .execute("--sizes", "500", "--json", "--data", scratch.toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .hasSize(25)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"openItems\":500")
                        .containsPattern("\"millis\":[0-9]")
                        .containsPattern("\"floorMillis\":[0-9]"));
        assertThat(out.toString())
                .contains(
                        "\"import\"",
                        "\"ageing by entity, today\"",
                        "\"ageing by customer, 60 days ago\"",
                        "\"night, the first\"",
                        "\"night, every other\"",
                        "\"worklist, a collector, p50\"",
                        "\"worklist, all accounts, p99\"",
                        "\"customer, p99\"",
                        "\"match\"",
                        "\"sending by itself\"",
                        "\"match, until the worklist follows\"",
                        "\"worklist during an import, p50\"",
                        "\"customer during an import, p99\"");
    }

    @Test
    void aKeptBookIsMeasuredAgainUntilSomethingIsPostedOnIt() {
        assertThat(bench("--only", "run")).isZero();
        assertThat(bench("--only", "run,customer")).isZero();

        assertThat(bench("--only", "run,match")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(new KeptBook(new BookSize(500, 3), LocalDate.now(ZoneId.systemDefault()))
                        .isIn(scratch.resolve("book-500")))
                .isFalse();
    }

    private int bench(String... options) {
        return new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(new StringWriter()))
                .execute(Stream.concat(Stream.of("--sizes", "500", "--data", scratch.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void theLedgerFindsNoFaultInAGeneratedBook() throws IOException, SQLException {
        try (Workbench bench = Workbench.open(scratch)) {
            GeneratedBook.fill(bench, new BookSize(500, 4));

            assertThat(bench.bean(LedgerCheck.class).faults()).isEmpty();
            assertThat(bench.number("select count(*) from ledger.open_item")).isEqualTo(500);
            assertThat(bench.number("select count(*) from ledger.item")).isEqualTo(2_500);
            assertThat(bench.number("select count(*) from ledger.posting where business_date > current_date"))
                    .isZero();
        }
    }
}
