package org.quittance.formats.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;
import org.quittance.formats.table.TableFormat;

/**
 * Finds out what an extract is: first by a mapping that a person once made for the same headers, then by the catalogue of families.
 *
 * <p>The header row may stand below titles, and in any sheet. The order of dates and the decimal mark are taken from the data; where
 * the data leave them open the family's custom is taken, with a remark.
 */
public final class Recogniser {

    private static final int HEADER_WITHIN_ROWS = 60;
    private static final int SAMPLE_ROWS = 2000;
    private static final String MAPPED = "mapped";

    private final Function<String, Optional<Layout>> remembered;

    private Recogniser(Function<String, Optional<Layout>> remembered) {
        this.remembered = remembered;
    }

    /** Knows the catalogue alone. */
    public static Recogniser standard() {
        return new Recogniser(_ -> Optional.empty());
    }

    /** Knows also what people have mapped: given a {@link Layout#fingerprint}, the layout that was kept under it. */
    public static Recogniser remembering(Function<String, Optional<Layout>> layouts) {
        return new Recogniser(layouts);
    }

    /** Reads the first rows of each sheet, and as many lines as it takes to know how dates and amounts are written. */
    public Recognition recognise(TableFile file) throws IOException {
        List<List<Row>> sheets = new ArrayList<>();
        for (int sheet = 0; sheet < file.format().sheetCount(); sheet++) {
            List<Row> rows = firstRows(file, sheet);
            sheets.add(rows);
            Optional<Draft> draft = draft(sheet, rows);
            if (draft.isPresent()) {
                return finished(file, draft.get());
            }
        }
        return Proposals.of(file, sheets);
    }

    /** Reads a file as a person says; the same remarks as for a family apply. */
    public Recognition.Recognised map(TableFile file, Mapping mapping) throws IOException {
        Row header = firstRows(file, mapping.sheet()).stream()
                .filter(row -> row.line() == mapping.headerLine())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row in line " + mapping.headerLine()));
        HeaderFamily customs = Families.generic(mapping.content());
        Layout layout = new Layout(
                        MAPPED,
                        mapping.source(),
                        mapping.content(),
                        mapping.sheet(),
                        mapping.headerLine(),
                        mapping.columns().stream().map(_ -> "").toList(),
                        mapping.columns(),
                        customs.dateOrder(),
                        customs.decimalMark(),
                        customs.signs(),
                        customs.types())
                .foundAt(mapping.sheet(), mapping.headerLine(), header.cells());
        return finished(file, new Draft(layout, "As mapped by a person"));
    }

    private record Draft(Layout layout, String label) {}

    private Optional<Draft> draft(int sheet, List<Row> rows) {
        for (Row row : rows) {
            Optional<Layout> known = remembered.apply(HeaderFingerprint.of(row.cells()));
            if (known.isPresent()) {
                return Optional.of(
                        new Draft(known.get().foundAt(sheet, row.line(), row.cells()), "As mapped by a person"));
            }
        }
        for (HeaderFamily family : Families.all()) {
            for (Row row : rows) {
                List<String> headers =
                        row.cells().stream().map(HeaderText::normalised).toList();
                Optional<List<Field>> columns = HeaderMatch.of(family, headers);
                if (columns.isPresent()) {
                    return Optional.of(new Draft(layout(family, sheet, row, columns.get()), family.label()));
                }
            }
        }
        return Optional.empty();
    }

    private static Layout layout(HeaderFamily family, int sheet, Row header, List<Field> columns) {
        return new Layout(
                family.id(),
                family.source(),
                family.content(),
                sheet,
                header.line(),
                header.cells(),
                columns,
                family.dateOrder(),
                family.decimalMark(),
                family.signs(),
                family.types());
    }

    private static List<Row> firstRows(TableFile file, int sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = file.rows(sheet)) {
            Row row = reader.next();
            while (row != null && rows.size() < HEADER_WITHIN_ROWS) {
                rows.add(row);
                row = reader.next();
            }
        }
        return rows;
    }

    private static Recognition.Recognised finished(TableFile file, Draft draft) throws IOException {
        Layout layout = draft.layout();
        Optional<StyleHint> hint = StyleHint.in(layout.headers());
        if (hint.isPresent()) {
            return new Recognition.Recognised(
                    layout.written(hint.get().dateOrder(), hint.get().decimalMark()), draft.label(), List.of());
        }
        StyleEvidence evidence = evidence(file, layout);
        // Numbers of a workbook come as plain decimals, whatever its language.
        DecimalMark customary = file.format() instanceof TableFormat.Xlsx ? DecimalMark.POINT : layout.decimalMark();
        Layout styled = layout.written(evidence.dateOrder(layout.dateOrder()), evidence.decimalMark(customary));
        return new Recognition.Recognised(styled, draft.label(), remarks(file.name(), styled, evidence));
    }

    private static StyleEvidence evidence(TableFile file, Layout layout) throws IOException {
        StyleEvidence evidence = new StyleEvidence();
        try (RowReader rows = file.rows(layout.sheet())) {
            long read = 0;
            Row row = rows.next();
            while (row != null && (read < SAMPLE_ROWS || evidence.isDateOrderOpen() || evidence.isDecimalMarkOpen())) {
                if (row.line() > layout.headerLine()) {
                    take(evidence, layout, row);
                    read++;
                }
                row = rows.next();
            }
        }
        return evidence;
    }

    private static void take(StyleEvidence evidence, Layout layout, Row row) {
        for (int column = 0; column < layout.columns().size(); column++) {
            Field field = layout.columns().get(column);
            if (field.isDate()) {
                evidence.takeDate(row.cell(column));
            } else if (field.isAmount()) {
                evidence.takeAmount(row.cell(column));
            }
        }
    }

    private static List<Problem> remarks(String file, Layout layout, StyleEvidence evidence) {
        List<Problem> remarks = new ArrayList<>();
        if (evidence.isDateOrderOpen()) {
            remarks.add(Problem.remark(
                    file,
                    0,
                    "",
                    evidence.openDate(),
                    "No date tells day and month apart; they were read as "
                            + layout.dateOrder().label(),
                    "Check one date; if it is wrong, extract with dates as YYYY-MM-DD"));
        }
        if (evidence.isDateOrderMixed()) {
            remarks.add(Problem.remark(
                    file,
                    0,
                    "",
                    "",
                    "Dates of two orders are mixed; they were read as "
                            + layout.dateOrder().label(),
                    "Extract with one format of dates"));
        }
        if (evidence.isDecimalMarkOpen()) {
            remarks.add(Problem.remark(
                    file,
                    0,
                    "",
                    evidence.openAmount(),
                    "No amount shows its decimals; %s was taken for the decimal mark"
                            .formatted(layout.decimalMark() == DecimalMark.POINT ? "the point" : "the comma"),
                    "Check one amount; if it is wrong, extract amounts with two decimals"));
        }
        return remarks;
    }
}
