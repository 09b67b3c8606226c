package org.quittance.formats.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

class RateFileTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");

    @TempDir
    private Path folder;

    @Test
    void theFileOfTheCentralBankIsReadColumnByColumn() throws IOException {
        Parsed<List<RateLine>> read =
                read("Date,USD,GBP,BGN,\n2026-05-04,1.0842,0.85,N/A,\n2026-05-01,1.08,,1.9558,\n");
        assertThat(read.problems()).isEmpty();
        assertThat(read.get())
                .containsExactly(
                        line("EUR", "USD", "1.0842"),
                        line("EUR", "GBP", "0.85"),
                        new RateLine("EUR", "USD", LocalDate.parse("2026-05-01"), new BigDecimal("1.08")),
                        new RateLine("EUR", "BGN", LocalDate.parse("2026-05-01"), new BigDecimal("1.9558")));
    }

    @Test
    void theDailyFileWritesItsDayInWords() throws IOException {
        assertThat(read("Date, USD, GBP, \n04 May 2026, 1.0842, 0.85, \n").get())
                .containsExactly(line("EUR", "USD", "1.0842"), line("EUR", "GBP", "0.85"));
    }

    @Test
    void aPlainListIsReadInAnyOrderOfItsColumns() throws IOException {
        assertThat(read("date,rate,base,quote\n2026-05-04,1.25,gbp,USD\n").get())
                .containsExactly(line("GBP", "USD", "1.25"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pounds | USD | 2026-05-04 | 1.25  | base
            GBP    | GBP | 2026-05-04 | 1.25  | quote
            GBP    | USD | 31.02.2026 | 1.25  | Date
            GBP    | USD | 2026-05-04 | 0     | rate
            GBP    | USD | 2026-05-04 | -1.25 | rate
            GBP    | USD | 2026-05-04 | much  | rate
            """)
    void aLineThatIsWrongIsRefusedByItself(String base, String quote, String day, String rate, String field)
            throws IOException {
        Parsed<List<RateLine>> read = read(
                "base,quote,date,rate\n%s,%s,%s,%s\nEUR,USD,2026-05-04,1.0842\n".formatted(base, quote, day, rate));
        assertThat(read.get()).containsExactly(line("EUR", "USD", "1.0842"));
        assertThat(read.problems()).extracting(Problem::line, Problem::field).containsExactly(tuple(2L, field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Invoice,Amount,Due
            Date
            Date,Dollar
            base,quote,date
            """)
    void aFileWithAnotherHeaderIsNoListOfRates(String header) throws IOException {
        Parsed<List<RateLine>> read = read(header + "\n1,2,3\n");
        assertThat(read.isRefused()).isTrue();
        assertThat(read.problems().getFirst().message()).isEqualTo("This is no list of exchange rates");
    }

    private Parsed<List<RateLine>> read(String text) throws IOException {
        Path file = folder.resolve("rates.csv");
        Files.writeString(file, text);
        return RateFile.read("rates.csv", file);
    }

    private static RateLine line(String base, String quote, String rate) {
        return new RateLine(base, quote, MONDAY, new BigDecimal(rate));
    }
}
