package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.formats.Problem;
import org.quittance.formats.table.TableFile;

/** Reads extracts of other people where they lie beside the project in {@code shared/data}; counts and sums are their own. */
class PublicExtractsTest {

    private static final Defaults DEFAULTS =
            new Defaults("1000", Currency.getInstance("USD"), null, DecimalRule.AS_WRITTEN);

    @ParameterizedTest
    @CsvSource({
        "receivables/ibm_dev_closed.csv,OPEN_ITEMS,MDY,1846,110324.74,0",
        "receivables/ibm_dev_open_at_cutoff_masked.csv,OPEN_ITEMS,MDY,84,5119.85,5119.85",
        "receivables/highradius_open_9685_souvikpal_predicted.csv,OPEN_ITEMS,YMD,9685,317705165.25,317705165.25",
        "matching/descriptive/invoices.csv,OPEN_ITEMS,DMY,15527,183200368558.65,183200368558.65",
        "matching/opaque/invoices.csv,OPEN_ITEMS,YMD,15527,183200368558.65,183200368558.65",
        "matching/descriptive/payments.csv,PAYMENTS,DMY,12262,183200363101.93,183200363101.93",
        "matching/opaque/payments.csv,PAYMENTS,YMD,12262,183200363101.93,183200363101.93",
    })
    void everyLineOfAPublicExtractIsReadAndTheSumsAreTheirs(
            String name, Content content, DateOrder dateOrder, long count, String original, String open)
            throws IOException {
        TableFile file = TableFile.open(name, data(name)).get();
        assertThat(Recogniser.standard().recognise(file))
                .isInstanceOfSatisfying(Recognition.Recognised.class, found -> {
                    assertThat(found.layout().content()).isEqualTo(content);
                    assertThat(found.layout().dateOrder()).isEqualTo(dateOrder);
                });
        List<Problem> problems = new ArrayList<>();
        ReadSummary summary = read(file, problems);
        assertThat(problems)
                .filteredOn(p -> p.severity() != Problem.Severity.REMARK)
                .isEmpty();
        assertThat(summary.lines()).isEqualTo(count);
        assertThat(sum(summary, ReadSummary.ControlSum::original)).isEqualByComparingTo(original);
        assertThat(sum(summary, ReadSummary.ControlSum::open)).isEqualByComparingTo(open);
    }

    private static ReadSummary read(TableFile file, List<Problem> problems) throws IOException {
        Recognition.Recognised found =
                (Recognition.Recognised) Recogniser.standard().recognise(file);
        return ExtractReader.of(found.layout(), DEFAULTS).read(file, _ -> {}, problems::add);
    }

    @Test
    void bankListsAreReadAsPaymentsOrAskedAbout() throws IOException {
        try (Stream<Path> files = Files.list(data("bank/oca-bank-statement-import"))) {
            for (Path path :
                    files.filter(p -> p.toString().endsWith(".csv")).sorted().toList()) {
                TableFile file =
                        TableFile.open(path.getFileName().toString(), path).get();
                assertThat(ExtractText.of(file, DEFAULTS)).contains("payments: header in line");
            }
        }
    }

    private static BigDecimal sum(ReadSummary summary, Function<ReadSummary.ControlSum, BigDecimal> amount) {
        return summary.sums().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Path data(String name) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "shared/data is not beside the project: " + name + " is not read");
        return found.get();
    }
}
