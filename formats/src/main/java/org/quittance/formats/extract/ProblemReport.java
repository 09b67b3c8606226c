package org.quittance.formats.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;

/**
 * The refused lines of an extract as a file that can be mended and fed again.
 *
 * <p>It has the headers and cells of the extract, and behind them the line, the field, what is wrong and what to do. It is recognised like
 * the extract; its own columns are passed over, but for the first, whose header keeps how dates and amounts are written.
 */
public final class ProblemReport {

    private static final List<String> OWN_HEADERS = List.of("Quittance field", "Quittance problem", "Quittance remedy");

    private ProblemReport() {}

    /** Writes every line of the file that one of the problems refuses; remarks are left out. Returns how many there are. */
    public static long write(TableFile file, Layout layout, List<Problem> problems, OutputStream out)
            throws IOException {
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ROW_REFUSED && problem.line() > 0)
                .sorted(Comparator.comparingLong(Problem::line)
                        .thenComparing(Problem::field)
                        .thenComparing(Problem::message))
                .toList();
        long written = 0;
        try (TableWriter writer = TableWriter.csv(out, TableWriter.ByteOrderMark.WRITTEN, columns(layout));
                RowReader rows = file.rows(layout.sheet())) {
            Row row = rows.next();
            for (Problem refusal : refusals) {
                while (row != null && row.line() < refusal.line()) {
                    row = rows.next();
                }
                if (row != null && row.line() == refusal.line()) {
                    writer.write(values(row, ownFrom(layout), refusal));
                    written++;
                }
            }
        }
        return written;
    }

    /** A report of a report has its own columns once only. */
    private static int ownFrom(Layout layout) {
        for (int column = 0; column < layout.headers().size(); column++) {
            if (HeaderText.normalised(layout.headers().get(column)).startsWith(HeaderFingerprint.OWN_COLUMNS)) {
                return column;
            }
        }
        return layout.headers().size();
    }

    private static List<Column> columns(Layout layout) {
        List<Column> columns = new ArrayList<>();
        layout.headers().subList(0, ownFrom(layout)).forEach(header -> columns.add(Column.text(header)));
        columns.add(Column.text(new StyleHint(layout.dateOrder(), layout.decimalMark()).header()));
        OWN_HEADERS.forEach(header -> columns.add(Column.text(header)));
        return columns;
    }

    private static List<Value> values(Row row, int width, Problem refusal) {
        List<Value> values = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            values.add(Value.of(row.cell(column)));
        }
        values.add(Value.of(Long.toString(refusal.line())));
        values.add(Value.of(refusal.field()));
        values.add(Value.of(refusal.message()));
        values.add(Value.of(refusal.remedy()));
        return values;
    }
}
