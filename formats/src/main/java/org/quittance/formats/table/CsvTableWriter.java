package org.quittance.formats.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes comma separated text; see {@link TableWriter#csv}. */
final class CsvTableWriter implements TableWriter {

    private final List<Column> columns;
    private final Writer text;
    private final CsvWriter csv;

    CsvTableWriter(OutputStream out, ByteOrderMark mark, List<Column> columns) throws IOException {
        this.columns = List.copyOf(columns);
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (mark == ByteOrderMark.WRITTEN) {
            text.write('\ufeff');
        }
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writeCells(
                columns.stream().map(Column::header).map(FormulaGuard::guarded).toList());
    }

    @Override
    public void write(List<Value> row) throws IOException {
        TableWriter.requireFit(columns, row);
        List<String> cells = new ArrayList<>(row.size());
        for (Value value : row) {
            cells.add(asText(value));
        }
        writeCells(cells);
    }

    private static String asText(Value value) {
        return switch (value) {
            case Value.Blank _ -> "";
            case Value.Text(String text) -> FormulaGuard.guarded(text);
            case Value.Day(var date) -> date.toString();
            case Value.Amount(var money) -> money.toDecimal().toPlainString();
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Decimal(var number) -> number.toPlainString();
        };
    }

    private void writeCells(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
