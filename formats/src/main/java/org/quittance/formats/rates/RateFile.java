package org.quittance.formats.rates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;

/**
 * Reads a list of exchange rates, as CSV or Excel.
 *
 * <p>Two layouts, told apart by the header: {@code Date,USD,GBP,…}, a column for each currency with the price of one euro, as the
 * European Central Bank publishes it; and {@code base,quote,date,rate} in any order, one rate a line. A cell {@code N/A} or without a
 * character is no rate and no fault. A line that cannot be read is refused by itself; the others are taken.
 */
public final class RateFile {

    /** Some thirty currencies on every day of half a century. */
    private static final int MOST_RATES = 500_000;

    private RateFile() {}

    /** The rates in the order of the file; refused as a whole where the header is none of the two. */
    public static Parsed<List<RateLine>> read(String name, Path path) throws IOException {
        Parsed<TableFile> opened = TableFile.open(name, path);
        if (opened.isRefused()) {
            return new Parsed<>(null, opened.problems());
        }
        try (RowReader rows = opened.get().rows(0)) {
            Row header = rows.next();
            RateLayout layout = header == null ? null : RateLayout.of(header);
            if (layout == null) {
                return Parsed.refused(Problem.file(
                        name,
                        header == null ? 0 : header.line(),
                        "",
                        header == null ? "" : String.join(",", header.cells()),
                        "This is no list of exchange rates",
                        "Begin it with a line Date,USD,GBP,… for rates of one euro, or with base,quote,date,rate"));
            }
            return lines(name, rows, layout);
        }
    }

    private static Parsed<List<RateLine>> lines(String name, RowReader rows, RateLayout layout) throws IOException {
        List<RateLine> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            layout.read(name, row, lines, problems);
            if (lines.size() > MOST_RATES) {
                return Parsed.refused(Problem.file(
                        name,
                        row.line(),
                        "",
                        "",
                        "The list has more than " + MOST_RATES + " rates",
                        "Split it by years and hand the parts in one by one"));
            }
        }
        rows.damage().ifPresent(problems::add);
        return Parsed.of(lines, problems);
    }
}
