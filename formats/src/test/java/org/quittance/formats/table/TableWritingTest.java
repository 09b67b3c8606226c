package org.quittance.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;

class TableWritingTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("Customer"),
            Column.date("Due"),
            Column.money("Open"),
            Column.integer("Days"),
            Column.decimal("Rate"));

    @TempDir
    Path folder;

    @Test
    void aTableIsWrittenAsCsvByTheRules() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.csv(out, TableWriter.ByteOrderMark.WRITTEN, COLUMNS)) {
            writeSample(writer);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffCustomer,Due,Open,Days,Rate\r\n"
                        + "\"Müller, \"\"Söhne\"\"\",2026-07-15,-1234.50,12,12.25\r\n"
                        + "'=cmd(),,1200,,\r\n");
    }

    @Test
    void aWorkbookReadsBackWithTheSameDatesAndAmounts() throws IOException {
        Path path = folder.resolve("table.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                TableWriter writer = TableWriter.xlsx(out, "Open items: July/2026", COLUMNS)) {
            writeSample(writer);
        }
        TableFile file = TableFile.open("table.xlsx", path).get();
        assertThat(file.format()).isEqualTo(new TableFormat.Xlsx(List.of("Open items  July 2026")));
        assertThat(rows(file, 0))
                .containsExactly(
                        "1: Customer|Due|Open|Days|Rate",
                        "2: Müller, \"Söhne\"|2026-07-15|-1234.5|12|12.25",
                        "3: =cmd()||1200");
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNextOne() throws IOException {
        Path path = folder.resolve("long.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                TableWriter writer = new XlsxTableWriter(out, "Items", List.of(Column.integer("No")), 300)) {
            for (int i = 1; i <= 301; i++) {
                writer.write(Value.of(i));
            }
        }
        TableFile file = TableFile.open("long.xlsx", path).get();
        assertThat(file.format()).isEqualTo(new TableFormat.Xlsx(List.of("Items", "Items 2")));
        assertThat(rows(file, 0)).hasSize(301).last().isEqualTo("301: 300");
        assertThat(rows(file, 1)).containsExactly("1: No", "2: 301");
    }

    @ParameterizedTest
    @CsvSource({"=1+1,true", "@SUM(A1),true", "-12.50,false", "+49 171 555,false", "-cmd,true", "-,true", "plain,false"
    })
    void textThatWouldBecomeAFormulaIsGuardedAndReadsBack(String text, boolean guarded) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(guarded ? "'" + text : text);
        assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "dd/mm/yyyy,true",
        "[$-409]d-mmm-yy;@,true",
        "yyyy,true",
        "#;##0.00,false",
        "[Red]0.00,false",
        "0.00\"d\",false",
        "\\d0,false",
        "General,false",
        "_d0.00,false"
    })
    void aNumberFormatShowsADateOrNot(String format, boolean isDate) {
        assertThat(ExcelCells.showsDate(format)).isEqualTo(isDate);
    }

    @Test
    void aCellInTheWrongColumnIsABug() throws IOException {
        try (TableWriter writer = TableWriter.csv(
                new ByteArrayOutputStream(), TableWriter.ByteOrderMark.OMITTED, List.of(Column.date("Due")))) {
            assertThatThrownBy(() -> writer.write(Value.of("15.07.2026"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.write(Value.blank(), Value.blank()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWorkbookThatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        Path path = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        Parsed<TableFile> parsed = TableFile.open("bomb.xlsx", path);
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems().getFirst().message()).contains("unpacks to far more");
    }

    @Test
    void aDamagedWorkbookIsRefusedOrEndsWithADamage() throws IOException {
        Path whole = folder.resolve("whole.xlsx");
        try (OutputStream out = Files.newOutputStream(whole);
                TableWriter writer = TableWriter.xlsx(out, "A", COLUMNS)) {
            writeSample(writer);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        Parsed<TableFile> parsed = TableFile.open("half.xlsx", half);
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems().getFirst().message()).contains("damaged");
    }

    private static void writeSample(TableWriter writer) throws IOException {
        writer.write(
                Value.of("Müller, \"Söhne\""),
                Value.of(LocalDate.of(2026, 7, 15)),
                Value.of(Money.of("-1234.50", "EUR")),
                Value.of(12),
                Value.of(new BigDecimal("12.25")));
        writer.write(
                Value.of("=cmd()"), Value.blank(), Value.of(Money.of("1200", "JPY")), Value.blank(), Value.blank());
    }

    private static List<String> rows(TableFile file, int sheet) throws IOException {
        List<String> read = new ArrayList<>();
        try (RowReader rows = file.rows(sheet)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(row.line() + ": " + String.join("|", row.cells()));
            }
            assertThat(rows.damage()).isEmpty();
        }
        return read;
    }
}
