package org.quittance.formats.table;

import java.util.List;

/**
 * One row of a table as text, the same whether it came from CSV or from a workbook.
 *
 * <p>Rows are ragged: a row has as many cells as the file wrote, and {@link #cell} reads beyond them as empty.
 *
 * @param line where the row begins, counted from 1 as an editor or Excel counts
 * @param cells the cells from the left, never null, as written
 */
public record Row(long line, List<String> cells) {

    public Row {
        if (line < 1) {
            throw new IllegalArgumentException("line " + line);
        }
        cells = List.copyOf(cells);
    }

    /** The cell without the blanks around it; empty beyond the end of the row. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
