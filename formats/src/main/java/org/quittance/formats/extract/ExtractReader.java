package org.quittance.formats.extract;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;

/**
 * Reads the lines of an extract by its layout, in memory that does not grow with the file.
 *
 * <pre>{@code
 * switch (Recogniser.standard().recognise(file)) {
 *     case Recognised found -> ExtractReader.of(found.layout(), Defaults.of("1000", euro)).read(file, lines, problems);
 *     case Unrecognised unknown -> askFor(unknown.proposal());
 * }
 * }</pre>
 *
 * <p>Good lines go to one consumer and problems to the other, in the order of the file; remarks on many lines come at the end, one for
 * all. A damaged file hands over the lines before the damage, and then a problem that refuses the file: who must not take half a file
 * waits for the end.
 */
public final class ExtractReader {

    private final Layout layout;
    private final Defaults defaults;

    private ExtractReader(Layout layout, Defaults defaults) {
        this.layout = layout;
        this.defaults = defaults;
    }

    public static ExtractReader of(Layout layout, Defaults defaults) {
        return new ExtractReader(layout, defaults);
    }

    /** Reads the whole file. */
    public ReadSummary read(TableFile file, Consumer<ExtractLine> lines, Consumer<Problem> problems)
            throws IOException {
        try (RowReader rows = file.rows(layout.sheet())) {
            Row row = rows.next();
            while (row != null && row.line() < layout.headerLine()) {
                row = rows.next();
            }
            Reading reading = new Reading(file.name(), row, lines, problems);
            if (row != null) {
                row = rows.next();
            }
            while (row != null) {
                reading.take(row);
                row = rows.next();
            }
            rows.damage().ifPresent(problems);
            return reading.end();
        }
    }

    /** One pass over one file. */
    private final class Reading {

        private final String file;
        private final Consumer<ExtractLine> lines;
        private final Consumer<Problem> problems;
        private final RowCells cells;
        private final Remarks remarks = new Remarks();
        private final TotalsCheck totalsCheck;
        private final ControlSums sums = new ControlSums();
        private final LineParser parser;
        private long taken;
        private long refused;
        private long passedOver;
        private long totals;

        Reading(String file, @Nullable Row header, Consumer<ExtractLine> lines, Consumer<Problem> problems) {
            this.file = file;
            this.lines = lines;
            this.problems = problems;
            Row first = header == null ? new Row(1, layout.headers()) : header;
            this.cells = new RowCells(file, layout, defaults, first);
            this.totalsCheck = new TotalsCheck(cells, layout);
            this.parser = parser();
        }

        private LineParser parser() {
            return switch (layout.content()) {
                case OPEN_ITEMS -> new ItemLines(cells, layout, remarks)::read;
                case PAYMENTS -> new PaymentLines(cells, layout)::read;
                case ADVICES -> new AdviceLines(cells)::read;
                case SETTLEMENTS -> new SettlementLines(cells)::read;
                case CUSTOMERS -> new CustomerLines(cells, defaults)::read;
            };
        }

        void take(Row row) {
            cells.moveTo(row);
            switch (RowShape.of(row, cells, layout)) {
                case LINE -> takeLine();
                case TOTAL -> {
                    totals++;
                    totalsCheck.check(file).ifPresent(problems);
                }
                case TEXT -> {
                    passedOver++;
                    remarks.note(Remarks.Topic.TEXT_ONLY, row.line(), "");
                }
                case HEADER_AGAIN, RULE, HEADING -> passedOver++;
            }
        }

        private void takeLine() {
            totalsCheck.addLine();
            ExtractLine line = parser.read();
            if (line != null) {
                taken++;
                sums.add(line);
                lines.accept(line);
                return;
            }
            refused++;
            Problem refusal = cells.refusal();
            if (refusal == null) {
                throw new IllegalStateException(
                        "line %d of %s is refused without a reason".formatted(cells.line(), file));
            }
            problems.accept(refusal);
        }

        ReadSummary end() {
            remarks.of(file).forEach(problems);
            return new ReadSummary(taken, refused, passedOver, totals, sums.byCurrency());
        }
    }

    /** Reads the row at hand; null where it is refused. */
    @FunctionalInterface
    private interface LineParser {
        @Nullable
        ExtractLine read();
    }
}
