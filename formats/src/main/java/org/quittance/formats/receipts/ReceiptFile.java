package org.quittance.formats.receipts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine.Status;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;

/**
 * Reads a list of receipts, as CSV or Excel: the columns {@code id} and {@code status}, in any order, and {@code time} and {@code detail}
 * where the service has them. A line that cannot be read is refused by itself; the others are taken.
 */
public final class ReceiptFile {

    private static final int MOST_LINES = 100_000;
    private final String name;
    private final Columns columns;
    private final List<ReceiptLine> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ReceiptFile(String name, Columns columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Where what stands; -1 for a column that is not there. */
    private record Columns(int id, int status, int time, int detail) {

        static Optional<Columns> of(Row header) {
            List<String> names = header.cells().stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            Columns columns = new Columns(
                    names.indexOf("id"), names.indexOf("status"), names.indexOf("time"), names.indexOf("detail"));
            return columns.id < 0 || columns.status < 0 ? Optional.empty() : Optional.of(columns);
        }
    }

    /** The receipts in the order of the file; refused as a whole where the header is another. */
    public static Parsed<List<ReceiptLine>> read(String name, Path path) throws IOException {
        Parsed<TableFile> opened = TableFile.open(name, path);
        if (opened.isRefused()) {
            return new Parsed<>(null, opened.problems());
        }
        try (RowReader rows = opened.get().rows(0)) {
            Row header = rows.next();
            Optional<Columns> columns = header == null ? Optional.empty() : Columns.of(header);
            if (header == null || columns.isEmpty()) {
                return Parsed.refused(Problem.file(
                        name,
                        header == null ? 0 : header.line(),
                        "",
                        header == null ? "" : String.join(",", header.cells()),
                        "This is no list of receipts",
                        "Begin it with a line id,status,time,detail"));
            }
            return new ReceiptFile(name, columns.get()).lines(rows);
        }
    }

    private Parsed<List<ReceiptLine>> lines(RowReader rows) throws IOException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            take(row);
            if (lines.size() > MOST_LINES) {
                return Parsed.refused(Problem.file(
                        name,
                        row.line(),
                        "",
                        "",
                        "The list has more than " + MOST_LINES + " receipts",
                        "Split it and hand the parts in one by one"));
            }
        }
        rows.damage().ifPresent(problems::add);
        return Parsed.of(lines, problems);
    }

    private void take(Row row) {
        String id = row.cell(columns.id());
        String status = row.cell(columns.status());
        String time = optional(row, columns.time());
        Optional<Status> known = ReceiptWords.status(status);
        Optional<Instant> at = ReceiptWords.moment(time);
        if (id.isEmpty()) {
            refuse(row, "id", "", "There is no id", "Give the id under which the message was handed over");
        } else if (known.isEmpty()) {
            refuse(
                    row,
                    "status",
                    status,
                    "\"%s\" is no status".formatted(status),
                    "Write delivered, failed or opted out");
        } else if (!time.isEmpty() && at.isEmpty()) {
            refuse(
                    row,
                    "time",
                    time,
                    "\"%s\" is no moment".formatted(time),
                    "Write it like 2026-03-02T09:15:00Z, or leave it empty");
        } else {
            lines.add(new ReceiptLine(row.line(), id, known.get(), at.orElse(null), optional(row, columns.detail())));
        }
    }

    private void refuse(Row row, String field, String excerpt, String message, String remedy) {
        problems.add(Problem.row(name, row.line(), field, excerpt, message, remedy));
    }

    private static String optional(Row row, int column) {
        return column < 0 ? "" : row.cell(column);
    }
}
