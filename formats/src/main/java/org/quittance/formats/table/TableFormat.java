package org.quittance.formats.table;

import java.nio.charset.Charset;
import java.util.List;

/** What a table file turned out to be, whatever its name says. */
public sealed interface TableFormat {

    /** How many tables the file holds. */
    int sheetCount();

    /**
     * Separated text.
     *
     * @param charset the encoding that was found
     * @param markBytes how many bytes of byte order mark stand before the text
     * @param separator what stands between two cells
     */
    record Csv(Charset charset, int markBytes, char separator) implements TableFormat {

        @Override
        public int sheetCount() {
            return 1;
        }
    }

    /**
     * An Office Open XML workbook.
     *
     * @param sheets the names of the visible sheets, from the left
     */
    record Xlsx(List<String> sheets) implements TableFormat {

        public Xlsx {
            sheets = List.copyOf(sheets);
        }

        @Override
        public int sheetCount() {
            return sheets.size();
        }
    }
}
