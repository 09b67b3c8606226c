package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableFile;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;

class ExtractReaderTest {

    private static final Defaults EURO = Defaults.of("1000", Currency.getInstance("EUR"));
    private static final String HEADER =
            "Customer number,Invoice number,Type,Invoice date,Due date,Amount,Open amount,Currency,D/C\n";

    @TempDir
    Path folder;

    /** Each row breaks the rule of its line and all rules below it, so that the message tells which rule comes first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                ",,PI,31.02.2026,x,abc,x,EURO2,q#customer",
                "C1,,PI,31.02.2026,x,abc,x,EURO2,q#is not a date",
                "C1,,PI,15.07.2026,x,abc,x,EURO2,q#is not the code of a currency",
                "C1,,PI,15.07.2026,x,abc,x,EUR,q#is not an amount",
                "C1,,PI,15.07.2026,x,0.001,x,EUR,q#has more decimals than EUR has",
                "C1,,PI,15.07.2026,x,10.00,x,EUR,q#is neither debit nor credit",
                "C1,,PI,15.07.2026,x,10.00,x,EUR,D#x is not an amount",
                "C1,,PI,15.07.2026,x,0.00,,EUR,D#nothing is owed",
                "C1,,PI,15.07.2026,x,10.00,11.00,EUR,D#cannot be open",
                "C1,,Invoice,15.07.2026,x,10.00,9.00,EUR,D#no document number",
                "C1,INV-1,Invoice,15.07.2026,x,10.00,9.00,EUR,D#x is not a date",
            })
    void theFirstFaultOfALineRefusesIt(String row, String message) throws IOException {
        Read read =
                read(HEADER + "C0,INV-0,Invoice,13.07.2026,13.08.2026,1.00,1.00,EUR,D\n" + row + "\n", Defaults.none());
        assertThat(read.lines).hasSize(1);
        assertThat(read.refused()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    @Test
    void aLineWithoutCurrencyTakesTheDefaultOneAndIsRefusedWithoutIt() throws IOException {
        String text =
                "Customer number,Invoice number,Invoice date,Due date,Amount\nC1,INV-1,2026-07-15,2026-08-15,10.00\n";
        assertThat(read(text, EURO).item(0).amounts().openMoney()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(read(text, EURO).item(0).entity()).isEqualTo("1000");
        assertThat(read(text, Defaults.none()).refused().getFirst().message()).contains("names no currency");
    }

    @Test
    void aLineWithoutCurrencyTakesThatOfItsCompanysBooksAndAnUnknownCompanyIsRefusedFirst() throws IOException {
        String text = """
                Company Code,Customer number,Invoice number,Invoice date,Due date,Amount
                1000,C1,INV-1,2026-07-15,2026-08-15,10.00
                391,C1,INV-2,2026-07-15,2026-08-15,10.00
                """;
        Read read = read(text, Defaults.none().with(Map.of("1000", Currency.getInstance("CHF"))));
        assertThat(read.item(0).amounts().openMoney()).isEqualTo(Money.of("10.00", "CHF"));
        assertThat(read.refused()).extracting(Problem::message).containsExactly(Defaults.NO_SUCH_ENTITY + "391");
    }

    @Test
    void aListThatIsFedAsWorkbookReadsAsTheSameLinesAsCsv() throws IOException {
        Path csv = folder.resolve("list.csv");
        Path xlsx = folder.resolve("list.xlsx");
        List<Column> columns = List.of(
                Column.text("Customer number"),
                Column.text("Invoice number"),
                Column.date("Invoice date"),
                Column.date("Due date"),
                Column.money("Amount"),
                Column.text("Currency"));
        try (OutputStream csvOut = Files.newOutputStream(csv);
                OutputStream xlsxOut = Files.newOutputStream(xlsx);
                TableWriter first = TableWriter.csv(csvOut, TableWriter.ByteOrderMark.WRITTEN, columns);
                TableWriter second = TableWriter.xlsx(xlsxOut, "Open items", columns)) {
            for (TableWriter writer : List.of(first, second)) {
                for (int i = 1; i <= 20; i++) {
                    writer.write(
                            Value.of("C" + i),
                            Value.of("=INV " + i),
                            Value.of(LocalDate.of(2026, 1, i)),
                            Value.of(LocalDate.of(2026, 2, i)),
                            Value.of(Money.of(i % 3 == 0 ? "-1234.5" + i % 10 : "1234.5" + i % 10, "EUR")),
                            Value.of("EUR"));
                }
            }
        }
        Read fromCsv = read(TableFile.open("list", csv).get(), Defaults.none());
        Read fromXlsx = read(TableFile.open("list", xlsx).get(), Defaults.none());
        assertThat(fromCsv.lines).hasSize(20).isEqualTo(fromXlsx.lines);
        assertThat(fromCsv.item(2).document().number()).isEqualTo("=INV 3");
        assertThat(fromCsv.item(2).amounts().openMoney()).isEqualTo(Money.of("-1234.53", "EUR"));
    }

    @Test
    void theFirstSheetWithARecognisedHeaderIsRead() throws IOException {
        Path xlsx = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx);
                org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            org.dhatim.fastexcel.Worksheet notes = book.newWorksheet("Notes");
            notes.value(0, 0, "Prepared by accounts");
            notes.finish();
            org.dhatim.fastexcel.Worksheet items = book.newWorksheet("Items");
            List<String> headers = List.of("Konto", "Rechnungsnummer", "Rechnungsdatum", "Betrag");
            for (int i = 0; i < headers.size(); i++) {
                items.value(2, i, headers.get(i));
            }
            items.value(3, 0, 4711);
            items.value(3, 1, "RE-1");
            items.value(3, 2, LocalDate.of(2026, 7, 15));
            items.style(3, 2).format("dd.mm.yyyy").set();
            items.value(3, 3, 12.1 + 0.2);
            items.finish();
        }
        Read read = read(TableFile.open("book.xlsx", xlsx).get(), EURO);
        assertThat(read.lines.stream().map(ExtractText::line))
                .containsExactly(
                        "4: 1000 4711 Invoice RE-1 () of 2026-07-15 due 2026-07-15: EUR 12.30, open 12.30 [||||||]");
    }

    @ParameterizedTest
    @CsvSource({"7/13/2026,MDY", "13/7/2026,DMY", "7/12/2026,DMY"})
    void theOrderOfDatesFollowsFromADayAboveTwelve(String date, DateOrder order) throws IOException {
        TableFile file = file(HEADER + "C1,INV-1,Invoice,7/1/2026,%s,1.00,1.00,EUR,D\n".formatted(date));
        assertThat(Recogniser.standard().recognise(file))
                .isInstanceOfSatisfying(Recognition.Recognised.class, found -> {
                    assertThat(found.layout().dateOrder()).isEqualTo(order);
                    assertThat(found.remarks()).hasSize(date.startsWith("7/12") ? 1 : 0);
                });
    }

    @Test
    void theDayThatTellsTheOrderMayStandAtTheEndOfALongFile() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 5000; i++) {
            text.append("C1,INV-%d,Invoice,7/1/2026,8/1/2026,1.00,1.00,EUR,D\n".formatted(i));
        }
        TableFile file = file(text + "C1,INV-X,Invoice,7/31/2026,8/1/2026,1.00,1.00,EUR,D\n");
        assertThat(Recogniser.standard().recognise(file))
                .isInstanceOfSatisfying(
                        Recognition.Recognised.class,
                        found -> assertThat(found.layout().dateOrder()).isEqualTo(DateOrder.MDY));
    }

    @Test
    void aMappingThatAPersonMadeServesTheNextFileWithTheSameHeaders() throws IOException {
        String text = "Extract of %s\nWho,What,When,How much\nC1,INV-1,31.07.2026,\"1.000,50\"\n";
        TableFile first = file(text.formatted("July"));
        Recognition.Unrecognised unknown =
                (Recognition.Unrecognised) Recogniser.standard().recognise(first);
        assertThat(unknown.proposal().headerLine()).isEqualTo(2);
        Mapping mapping = new Mapping(
                "our-erp",
                Content.OPEN_ITEMS,
                0,
                2,
                List.of(Field.CUSTOMER_NUMBER, Field.DOCUMENT, Field.DOCUMENT_DATE, Field.ORIGINAL_AMOUNT));
        Layout made = Recogniser.standard().map(first, mapping).layout();
        Map<String, String> kept = Map.of(made.fingerprint(), made.toText());

        TableFile next = file("\n\n" + text.formatted("August"));
        Recogniser recogniser = Recogniser.remembering(
                fingerprint -> Optional.ofNullable(kept.get(fingerprint)).map(Layout::parse));
        Recognition.Recognised found = (Recognition.Recognised) recogniser.recognise(next);
        assertThat(found.layout().headerLine()).isEqualTo(4);
        assertThat(found.layout().source()).isEqualTo("our-erp");
        assertThat(read(next, found.layout(), EURO).item(0).amounts().openMoney())
                .isEqualTo(Money.of("1000.50", "EUR"));
    }

    @Test
    void aLayoutReadsBackFromItsTextAndRefusesWhatItsContentNeeds() throws IOException {
        Layout layout =
                ((Recognition.Recognised) Recogniser.standard().recognise(file(HEADER + "C1,I,,,,,,,\n"))).layout();
        assertThat(Layout.parse(layout.toText())).isEqualTo(layout);
        assertThatThrownBy(() -> Layout.parse(
                        layout.toText().replace("ORIGINAL_AMOUNT", "TEXT").replace("OPEN_AMOUNT", "PAYER")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Layout.parse("family=x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTotalOfACompanyCoversTheTotalsOfItsCustomers() throws IOException {
        String row = "%s,%s,Invoice,2026-07-01,2026-08-01,%s,%s,EUR,\n";
        String text = HEADER
                + row.formatted("C1", "I1", "10.00", "10.00")
                + row.formatted("C1", "I2", "5.00", "5.00")
                + "Total for C1,,,,,,15.00,,\n"
                + row.formatted("C2", "I3", "7.00", "7.00")
                + "Total for C2,,,,,,7.00,,\n"
                + "TOTAL,,,,,,22.00,,\n"
                + row.formatted("C3", "I4", "1.00", "1.00")
                + "Total for C3,,,,,,2.00,,\n"
                + "TOTAL,,,,,,23.00,,\n";
        Read read = read(text, EURO);
        assertThat(read.summary.totals()).isEqualTo(5);
        assertThat(read.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.message()).isEqualTo("The total 2.00 is not the sum of the lines above it, 1.00");
            assertThat(problem.severity()).isEqualTo(Problem.Severity.REMARK);
        });
    }

    @Test
    void refusedLinesAreMendedInTheReportAndFedAgain() throws IOException {
        String text = """
                Customer ID;Invoice;Date;Due date;Amount;Currency;Name
                C1;INV-1;07/31/2026;08/31/2026;1.000,00;USD;Fine
                C2;INV-2;02/30/2026;03/05/2026;-12,50;USD;=Evil()
                C3;INV-3;02/03/2026;03/05/2026;12.50;USD;"Two
                lines"
                """;
        TableFile file = file(text);
        Layout layout = ((Recognition.Recognised) Recogniser.standard().recognise(file)).layout();
        Read read = read(file, layout, EURO);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ProblemReport.write(file, layout, read.problems, out)).isEqualTo(2);
        String report = out.toString(StandardCharsets.UTF_8);
        assertThat(report)
                .isEqualTo("\ufeffCustomer ID,Invoice,Date,Due date,Amount,Currency,Name,"
                        + "\"Quittance line (dates MDY, decimals COMMA)\",Quittance field,Quittance problem,Quittance remedy\r\n"
                        + "C2,INV-2,02/30/2026,03/05/2026,\"-12,50\",USD,'=Evil(),3,Date,"
                        + "\"02/30/2026 is not a date (month, day, year)\",Correct the date and feed the line again\r\n"
                        + "C3,INV-3,02/03/2026,03/05/2026,12.50,USD,\"Two\nlines\",4,Amount,"
                        + "12.50 is not an amount with a decimal comma,Correct the amount and feed the line again\r\n");

        TableFile mended = file(report.replace("02/30", "02/05").replace(",12.50,", ",\"12,50\","));
        Recognition.Recognised again =
                (Recognition.Recognised) Recogniser.standard().recognise(mended);
        assertThat(again.layout().fingerprint()).isEqualTo(layout.fingerprint());
        assertThat(read(mended, again.layout(), EURO).lines.stream().map(ExtractText::line))
                .containsExactly(
                        "2: 1000 C2/=Evil() Credit note INV-2 () of 2026-02-05 due 2026-03-05: USD -12.50, open -12.50 [||||||]",
                        "3: 1000 C3/Two\nlines Invoice INV-3 () of 2026-02-03 due 2026-03-05: USD 12.50, open 12.50 [||||||]");
    }

    @Test
    void whateverIsDoneToAnExtractItIsReadOrRefusedAndEveryRowIsCounted() throws IOException {
        for (Path sample : spoiled()) {
            byte[] bytes = Files.readAllBytes(sample);
            for (int seed = 0; seed < 30; seed++) {
                requireAnswer(sample, bytes, 20260715L + seed);
            }
        }
    }

    @Test
    void damageForAsLongAsIsAskedForIsAnswered() throws IOException {
        List<Path> samples = spoiled();
        long rounds = FuzzTime.spend(20270101L, (round, seed) -> {
            Path sample = samples.get((int) (round % samples.size()));
            requireAnswer(sample, Files.readAllBytes(sample), seed);
        });
        assertThat(rounds).isPositive();
    }

    private List<Path> spoiled() throws IOException {
        return Stream.concat(samples().stream(), Stream.of(workbook())).toList();
    }

    private void requireAnswer(Path sample, byte[] bytes, long seed) throws IOException {
        Path mutated = Files.write(folder.resolve("mutated"), mutated(bytes, new SplittableRandom(seed)));
        try {
            var opened = TableFile.open(sample.getFileName().toString(), mutated);
            if (!opened.isRefused()
                    && Recogniser.standard().recognise(opened.get())
                            instanceof Recognition.Recognised(Layout layout, String label, List<Problem> remarks)) {
                assertThat(label).isNotEmpty();
                assertThat(remarks).allMatch(remark -> remark.severity() == Problem.Severity.REMARK);
                Read read = read(opened.get(), layout, EURO);
                assertThat(read.summary.lines()).isEqualTo(read.lines.size());
                assertThat(read.summary.refused()).isEqualTo(read.refused().size());
            }
        } catch (RuntimeException e) {
            throw new AssertionError("%s, seed %d: %s".formatted(sample, seed, e), e);
        }
    }

    private Path workbook() throws IOException {
        Path path = folder.resolve("seed.xlsx");
        List<Column> columns = List.of(
                Column.text("Customer number"),
                Column.text("Invoice number"),
                Column.date("Due date"),
                Column.money("Amount"));
        try (OutputStream out = Files.newOutputStream(path);
                TableWriter writer = TableWriter.xlsx(out, "Items", columns)) {
            for (int i = 1; i <= 300; i++) {
                writer.write(
                        Value.of("C" + i),
                        Value.of("INV " + i),
                        Value.of(LocalDate.of(2026, 1, 1).plusDays(i)),
                        Value.of(Money.ofMinor(i * 997L, "EUR")));
            }
        }
        return path;
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        byte[] copy = bytes.clone();
        byte[] spice = "\",;\n\r-.0913ZT:/(\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i <= random.nextInt(12); i++) {
            copy[random.nextInt(copy.length)] =
                    random.nextBoolean() ? spice[random.nextInt(spice.length)] : (byte) random.nextInt(256);
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(copy.length) + 1 : copy.length;
        return Arrays.copyOf(copy, length);
    }

    private static List<Path> samples() throws IOException {
        Path folder = Path.of("src/test/resources/org/quittance/formats/extract/samples");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> !path.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    private record Read(ReadSummary summary, List<ExtractLine> lines, List<Problem> problems) {

        ItemLine item(int index) {
            return (ItemLine) lines.get(index);
        }

        List<Problem> refused() {
            return problems.stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ROW_REFUSED)
                    .toList();
        }
    }

    private TableFile file(String text) throws IOException {
        Path path = Files.createTempFile(folder, "list", "");
        return TableFile.open("list.csv", Files.writeString(path, text)).get();
    }

    private Read read(String text, Defaults defaults) throws IOException {
        return read(file(text), defaults);
    }

    private static Read read(TableFile file, Defaults defaults) throws IOException {
        Recognition.Recognised found =
                (Recognition.Recognised) Recogniser.standard().recognise(file);
        return read(file, found.layout(), defaults);
    }

    private static Read read(TableFile file, Layout layout, Defaults defaults) throws IOException {
        List<ExtractLine> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadSummary summary = ExtractReader.of(layout, defaults).read(file, lines::add, problems::add);
        return new Read(summary, lines, problems);
    }
}
