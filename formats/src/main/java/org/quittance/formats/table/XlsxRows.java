package org.quittance.formats.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;

/** Rows of one sheet of a workbook: dates as ISO text, numbers as plain decimals. */
final class XlsxRows implements RowReader {

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final ExcelCells cells;
    private @Nullable Problem damage;

    private XlsxRows(String name, ReadableWorkbook workbook, Stream<Row> stream) {
        this.name = name;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.cells = new ExcelCells(workbook.isDate1904());
    }

    static RowReader open(String name, Path path, String sheetName) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), WorkbookCheck.WITH_FORMATS);
        try {
            Sheet sheet = workbook.findSheet(sheetName).orElseThrow();
            return new XlsxRows(name, workbook, sheet.openStream());
        } catch (IOException | RuntimeException e) {
            // The library reports damaged parts by exceptions of many kinds.
            workbook.close();
            return new DamagedSheet(WorkbookCheck.damaged(name));
        }
    }

    @Override
    public org.quittance.formats.table.@Nullable Row next() {
        try {
            while (damage == null && rows.hasNext()) {
                org.quittance.formats.table.Row row = asText(rows.next());
                if (!row.isBlank()) {
                    return row;
                }
            }
        } catch (RuntimeException e) {
            // Damaged XML, bad references and bad numbers come as exceptions of many kinds, too.
            damage = WorkbookCheck.damaged(name);
        }
        return null;
    }

    private org.quittance.formats.table.Row asText(Row row) {
        List<String> text = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            text.add(cell == null ? "" : cells.asText(cell));
        }
        return new org.quittance.formats.table.Row(row.getRowNum(), text);
    }

    @Override
    public Optional<Problem> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private record DamagedSheet(Problem problem) implements RowReader {

        @Override
        public org.quittance.formats.table.@Nullable Row next() {
            return null;
        }

        @Override
        public Optional<Problem> damage() {
            return Optional.of(problem);
        }

        @Override
        public void close() {}
    }
}
