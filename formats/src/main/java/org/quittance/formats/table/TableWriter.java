package org.quittance.formats.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table row by row, to CSV or to a workbook through the same calls, in memory that does not grow with the table.
 *
 * <pre>{@code
 * try (TableWriter out = TableWriter.xlsx(stream, "Open items", List.of(Column.text("Document"), Column.money("Open")))) {
 *     out.write(Value.of("INV-7"), Value.of(Money.of("12.50", "EUR")));
 * }
 * }</pre>
 *
 * <p>The header is written first, for an empty table too. Closing completes the file and leaves the stream open.
 */
public sealed interface TableWriter extends Closeable permits CsvTableWriter, XlsxTableWriter {

    /** Whether the text begins with a byte order mark, without which Excel takes UTF-8 for the local code page. */
    enum ByteOrderMark {
        WRITTEN,
        OMITTED
    }

    /** Comma separated text in UTF-8 as RFC 4180 has it: CRLF, quotes where needed, decimal points, ISO dates. */
    static TableWriter csv(OutputStream out, ByteOrderMark mark, List<Column> columns) throws IOException {
        return new CsvTableWriter(out, mark, columns);
    }

    /** A workbook with a frozen, filtered header; numbers and dates are real ones. */
    static TableWriter xlsx(OutputStream out, String sheetName, List<Column> columns) {
        return new XlsxTableWriter(out, sheetName, columns);
    }

    /** Writes one row; its cells fit the columns in number and type. */
    void write(List<Value> row) throws IOException;

    default void write(Value... row) throws IOException {
        write(List.of(row));
    }

    /** Refuses a row that does not fit: that would be a bug of the caller, not a matter of data. */
    static void requireFit(List<Column> columns, List<Value> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(row.size(), columns.size()));
        }
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).fits(columns.get(i).type())) {
                throw new IllegalArgumentException("%s does not fit %s".formatted(row.get(i), columns.get(i)));
            }
        }
    }
}
