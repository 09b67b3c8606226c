package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/** Every real bank file reads as the project expects from which it comes, or is refused with a reason. */
class RealBankFilesTest {

    private static final String MT = "MT940/942";

    @Test
    void everyFileIsReadOrRefusedWithAReasonAndNoneIsForgotten() throws IOException {
        Map<String, Integer> read = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (Path file : SharedData.bankFiles()) {
            Parsed<List<BankStatement>> parsed = read(file);
            (parsed.isRefused() ? refused : read).merge(family(file), 1, Integer::sum);
            for (Problem problem : parsed.problems()) {
                assertThat(problem.message()).as(file.toString()).isNotBlank();
                assertThat(problem.remedy()).as(file.toString()).isNotBlank();
            }
        }
        assertThat(read)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("camt.052", 7, "camt.053", 9, "camt.054", 3, "BAI2", 2, MT, 22));
        assertThat(refused)
                .containsAllEntriesOf(
                        Map.of("camt.053", 1, "BAI2", 1, MT, 10, "NACHA", 75, "CODA", 5, "OFX", 5, "QIF", 1))
                .containsAllEntriesOf(Map.of("lockbox", 2, "pain", 5, "pacs", 1, "EDI", 7));
    }

    @ParameterizedTest
    @CsvSource({
        "moov-ach,NACHA",
        "php-coda-parser,CODA",
        "ofxtools,OFX",
        "lockbox,lockbox",
        ".qif,QIF",
        ".csv,CSV",
        "-pain-parse,ISO 20022",
        "pacs.002,ISO 20022",
        "_TRADACOMS_,TRADACOMS",
        "_EDIFACT_,EDIFACT",
        "x12,X12"
    })
    void aFileOfAnotherKindIsRefusedByItsName(String part, String name) throws IOException {
        List<Path> files = SharedData.bankFiles().stream()
                .filter(file -> file.toString().contains(part) && !isExpectation(file))
                .filter(file -> !file.toString().contains("MANIFEST"))
                .toList();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Parsed<List<BankStatement>> parsed = read(file);
            assertThat(parsed.isRefused()).as(file.toString()).isTrue();
            assertThat(parsed.problems().getLast().message())
                    .as(file.toString())
                    .contains(name);
        }
    }

    @Test
    void movementsAndBalancesAreThoseThatTheOriginExpects() throws IOException {
        int compared = 0;
        int movements = 0;
        for (Path file : SharedData.bankFiles()) {
            UpstreamExpectation expected = isExpectation(file) ? null : UpstreamExpectation.beside(file);
            if (expected != null) {
                Parsed<List<BankStatement>> parsed = read(file);
                compare(file, parsed, expected);
                compared++;
                movements += expected.movements().size();
            }
        }
        assertThat(compared).isEqualTo(36);
        assertThat(movements).isEqualTo(172);
    }

    /** Movements that stand outside of any statement are counted by their problem: none may vanish. */
    private static void compare(Path file, Parsed<List<BankStatement>> parsed, UpstreamExpectation expected) {
        List<BankStatement> statements = parsed.isRefused() ? List.of() : parsed.get();
        List<BankEntry> entries =
                statements.stream().flatMap(s -> s.entries().stream()).toList();
        long outside = parsed.problems().stream()
                .filter(p -> p.field().equals(":61:") && p.severity() != Problem.Severity.REMARK)
                .count();
        assertThat(entries.size() + outside)
                .as("movements of " + file)
                .isEqualTo(expected.movements().size());
        for (int i = 0; i < entries.size(); i++) {
            compare(
                    file + ", movement " + (i + 1),
                    entries.get(i),
                    expected.movements().get(i));
        }
        compareBalances(file, statements, expected);
    }

    /** The origin of the MT940 files gives the reversal of a credit (RC) as money received; the balances say otherwise. */
    private static void compare(String where, BankEntry entry, UpstreamExpectation.Movement expected) {
        boolean reversed =
                entry.kind() != BankEntry.Kind.PAYMENT && entry.amount().isNegative();
        Money amount =
                reversed && expected.amount().signum() > 0 ? entry.amount().negated() : entry.amount();
        assertThat(amount.toDecimal()).as(where).isEqualByComparingTo(expected.amount());
        assertThat(amount.currency().getCurrencyCode()).as(where).isEqualTo(expected.currency());
        if (expected.booked() != null) {
            assertThat(entry.bookingDate()).as(where).isEqualTo(expected.booked());
        }
        if (expected.valued() != null) {
            assertThat(entry.valueDate()).as(where).isEqualTo(expected.valued());
        }
    }

    /** The expectations of MT940 keep only the last balances of a file, so that one statement must have them. */
    private static void compareBalances(Path file, List<BankStatement> statements, UpstreamExpectation expected) {
        if (statements.isEmpty()) {
            return;
        }
        if (!expected.openings().isEmpty()) {
            assertThat(amounts(statements.stream().map(BankStatement::opening).toList()))
                    .as("opening of " + file)
                    .containsAnyElementsOf(plain(expected.openings()));
        }
        if (!expected.closings().isEmpty()) {
            assertThat(amounts(statements.stream().map(BankStatement::closing).toList()))
                    .as("closing of " + file)
                    .containsAnyElementsOf(plain(expected.closings()));
        }
    }

    private static List<String> amounts(List<Money> balances) {
        List<String> plain = new ArrayList<>();
        for (Money balance : balances) {
            if (balance != null) {
                plain.addAll(plain(List.of(balance.toDecimal())));
            }
        }
        return plain;
    }

    private static List<String> plain(List<BigDecimal> amounts) {
        return amounts.stream().map(a -> a.setScale(2).toPlainString()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "betterplace_sepa_mt9401.sta,20",
        "ASNB_mt940.txt,31",
        "with_spaces_for_entry_date.txt,31",
        "sberbank_171011_01234945.sta,1",
        "with_binary_character.sta,2",
        "february_30.sta,1",
        "test-mt940-001.sta,1",
        "test-mt940-002.sta,1",
        "testdata_sample3.txt,15",
        "test-camt053-txdtls,1",
        "test-camt053-no-ntry,1",
        "test-camt-parse-05200108.xml,1",
        "invalid-saldo.xml,1"
    })
    void theBalancesOfEveryStatementClose(String name, int count) throws IOException {
        Path file = SharedData.bankFiles().stream()
                .filter(candidate -> candidate.toString().endsWith(name))
                .findFirst()
                .orElseThrow();
        List<BankStatement> statements = read(file).get();
        assertThat(statements).hasSize(count);
        for (BankStatement statement : statements) {
            Money difference = Objects.requireNonNull(statement.difference(), statement.reference());
            assertThat(difference.isZero()).as(statement.reference()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0_account_bank_statement_import_camt_test_files_test-camt053,4",
        "9.0_account_bank_statement_import_camt_test_files_test-camt053,3"
    })
    void aBatchOfReturnsIsSplitAndItsMoneyConserved(String name, int movements) throws IOException {
        Path file = SharedData.bankFiles().stream()
                .filter(candidate -> candidate.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
        List<BankEntry> entries = read(file).get().getFirst().entries();
        assertThat(entries).hasSize(movements);
        assertThat(entries.stream().filter(e -> e.kind() == BankEntry.Kind.RETURN))
                .allSatisfy(e -> assertThat(e.returnReason()).isEqualTo("AC06"));
    }

    private static Parsed<List<BankStatement>> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return StatementReader.read(file.getFileName().toString(), in);
        }
    }

    private static boolean isExpectation(Path file) {
        return file.toString().endsWith(".yml") || file.toString().endsWith(".json");
    }

    /** By where the file comes from and how it is called, independent of the reader. */
    private static String family(Path file) {
        String path = file.toString();
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("MANIFEST", "other");
        marks.put(".yml", "other");
        marks.put(".json", "other");
        marks.put("wolph-mt940", MT);
        marks.put("swift_test-mt940", MT);
        marks.put("camt-parse", "camt.052");
        marks.put("camt052", "camt.052");
        marks.put("camt054", "camt.054");
        marks.put("camt053", "camt.053");
        marks.put("moov-bai2", "BAI2");
        marks.put("moov-ach", "NACHA");
        marks.put("coda", "CODA");
        marks.put("ofxtools", "OFX");
        marks.put(".qif", "QIF");
        marks.put("lockbox", "lockbox");
        marks.put("pain-parse", "pain");
        marks.put("pacs", "pacs");
        marks.put("staedi", "EDI");
        marks.put("edi-other", "EDI");
        return marks.entrySet().stream()
                .filter(mark -> path.substring(path.indexOf("shared")).contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }
}
