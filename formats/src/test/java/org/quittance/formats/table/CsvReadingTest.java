package org.quittance.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

class CsvReadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void anUmlautIsReadInEveryUsualEncoding(String charset) throws IOException {
        byte[] bytes = "Konto;Name;Betrag\n1;Müller & Söhne;12,50\n".getBytes(Charset.forName(charset));
        assertThat(rows(bytes)).containsExactly("1: Konto|Name|Betrag", "2: 1|Müller & Söhne|12,50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstHeader(String charset) throws IOException {
        byte[] bytes = "\ufeffAccount,Amount\n7,1.00\n".getBytes(Charset.forName(charset));
        assertThat(rows(bytes)).containsExactly("1: Account|Amount", "2: 7|1.00");
    }

    @Test
    void anUmlautInTheLastLineOfALongFileDecidesTheEncodingToo() throws IOException {
        String text = "a,b\n" + "plain,1\n".repeat(50_000) + "Köln,2\n";
        assertThat(rows(text.getBytes(StandardCharsets.UTF_8)).getLast()).isEqualTo("50002: Köln|2");
        assertThat(rows(text.getBytes(Charset.forName("windows-1252"))).getLast())
                .isEqualTo("50002: Köln|2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Account,Name,Amount~1,A,2.00#,",
                "Konto;Name;Betrag~1;Huber, Franz, Wien;1,50~2;Maier, Eva, Linz;2,50#;",
                "Konto;Betrag;Rest;Skonto~1,00;2,00;3,00;4,00~5,00;6,00;7,00;8,00#;",
                "a\tb, c, d, e\tf~1\t2\t3#TAB",
                "Report of today~~|Account |Name |Amount |~|1 |A |2.00 |#|",
                "sep=;~a,b;c,d~1,2;3,4#;",
                "\"Name;first;second;third\",City,Zip~x,y,1~x,y,2#,"
            })
    void theSeparatorIsTheOneThatMakesAHeader(String text, String separator) {
        assertThat(CsvSniffer.separatorOf(text.replace('~', '\n')))
                .isEqualTo(separator.equals("TAB") ? '\t' : separator.charAt(0));
    }

    @Test
    void lineNumbersAreThoseOfAnEditorDespiteQuotedLineEndsAndBlankLines() throws IOException {
        String text = "a,b\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n4,\"say \"\"hi\"\"\"\r\n";
        assertThat(rows(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1: a|b", "2: 1|two\r\nlines", "6: 4|say \"hi\"");
    }

    @Test
    void raggedRowsKeepTheirCellsAndReadAsEmptyBeyond() throws IOException {
        TableFile file =
                open("a,b,c\n1\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8)).get();
        try (RowReader rows = file.rows(0)) {
            assertThat(rows.next()).isNotNull();
            Row shorter = rows.next();
            assertThat(shorter).isNotNull().extracting(row -> row.cell(2)).isEqualTo("");
            assertThat(rows.next()).isNotNull().extracting(Row::cells).isEqualTo(List.of("1", "2", "3", "4"));
            assertThat(rows.next()).isNull();
            assertThat(rows.damage()).isEmpty();
        }
    }

    @Test
    void aQuotationMarkThatNobodyClosesIsToldWithItsLine() throws IOException {
        String text = "a,b\n1,2\n3,\"never closed\n" + "x,y\n".repeat(200_000);
        TableFile file = open(text.getBytes(StandardCharsets.UTF_8)).get();
        try (RowReader rows = file.rows(0)) {
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();
            assertThat(rows.damage()).get().satisfies(problem -> {
                assertThat(problem.line()).isEqualTo(3);
                assertThat(problem.message()).contains("quotation mark");
                assertThat(problem.severity()).isEqualTo(Problem.Severity.FILE_REFUSED);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "''#empty",
                "d0cf11e0a1b11ae1#.xls",
                "255044462d312e37#PDF",
                "1f8b0800#archive",
                "3c3f786d6c2076657273696f6e#XML",
                "00010203040506070809#not a table",
                "504b0506000000000000000000000000000000000000#archive"
            })
    void whatIsNoTableIsRefusedByNameWithARemedy(String hex, String named) throws IOException {
        Parsed<TableFile> parsed = open(HexFormat.of().parseHex(hex));
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(named);
            assertThat(problem.remedy()).isNotEmpty();
            assertThat(problem.file()).isEqualTo("list.csv");
        });
    }

    private List<String> rows(byte[] bytes) throws IOException {
        List<String> read = new ArrayList<>();
        try (RowReader rows = open(bytes).get().rows(0)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(row.line() + ": " + String.join("|", row.cells()));
            }
        }
        return read;
    }

    private Parsed<TableFile> open(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("upload"), bytes);
        return TableFile.open("list.csv", path);
    }
}
