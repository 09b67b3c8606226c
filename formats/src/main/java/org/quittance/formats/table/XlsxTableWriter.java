package org.quittance.formats.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.quittance.core.money.Money;

/** Writes a workbook; see {@link TableWriter#xlsx}. A table longer than a sheet goes on in the next one. */
final class XlsxTableWriter implements TableWriter {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final String DATE_FORMAT = "yyyy-mm-dd";

    private final List<Column> columns;
    private final Workbook workbook;
    private final String sheetName;
    private final int lastRow;
    private final Map<Integer, String> moneyFormats = new HashMap<>();
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxTableWriter(OutputStream out, String sheetName, List<Column> columns) {
        this(out, sheetName, columns, Worksheet.MAX_ROWS - 1);
    }

    /** With sheets of {@code lastRow} rows below the header. */
    XlsxTableWriter(OutputStream out, String sheetName, List<Column> columns, int lastRow) {
        this.columns = List.copyOf(columns);
        this.workbook = new Workbook(out, "Quittance", "1.0");
        this.sheetName = sheetNameOf(sheetName);
        this.lastRow = lastRow;
        this.sheet = beginSheet();
    }

    @Override
    public void write(List<Value> cells) throws IOException {
        TableWriter.requireFit(columns, cells);
        if (row == lastRow) {
            endSheet();
            sheet = beginSheet();
        }
        row++;
        for (int column = 0; column < cells.size(); column++) {
            writeCell(column, cells.get(column));
        }
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void writeCell(int column, Value value) {
        switch (value) {
            case Value.Blank _ -> {}
            case Value.Text(String text) -> sheet.inlineString(row, column, shortened(text));
            case Value.Day(var date) -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format(DATE_FORMAT).set();
            }
            case Value.Amount(Money money) -> {
                sheet.value(row, column, money.toDecimal());
                sheet.style(row, column).format(moneyFormat(money)).set();
            }
            case Value.Whole(long number) -> sheet.value(row, column, number);
            case Value.Decimal(var number) -> sheet.value(row, column, number);
        }
    }

    private String moneyFormat(Money money) {
        return moneyFormats.computeIfAbsent(
                money.currency().getDefaultFractionDigits(),
                digits -> digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits));
    }

    private Worksheet beginSheet() {
        sheets++;
        row = 0;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? sheetName : sheetName + " " + sheets);
        for (int column = 0; column < columns.size(); column++) {
            begun.width(column, widthOf(columns.get(column)));
            begun.inlineString(0, column, columns.get(column).header());
            begun.style(0, column)
                    .bold()
                    .fillColor(Color.GRAY2)
                    .horizontalAlignment(columns.get(column).type() == Column.Type.TEXT ? "left" : "right")
                    .set();
        }
        begun.freezePane(0, 1);
        return begun;
    }

    private void endSheet() throws IOException {
        if (!columns.isEmpty()) {
            sheet.setAutoFilter(0, 0, row, columns.size() - 1);
        }
        sheet.finish();
    }

    private static double widthOf(Column column) {
        int least = switch (column.type()) {
            case TEXT -> 18;
            case DATE -> 12;
            case MONEY -> 16;
            case INTEGER, DECIMAL -> 10;
        };
        return Math.min(60, Math.max(least, column.header().length() + 4));
    }

    /** Excel takes at most 31 characters for a sheet, and some not at all. */
    private static String sheetNameOf(String wanted) {
        String allowed = wanted.replaceAll("[\\[\\]*?:/\\\\']", " ").strip();
        String named = allowed.isEmpty() ? "Table" : allowed;
        return named.substring(0, Math.min(named.length(), LONGEST_NAME - 4));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        endSheet();
        workbook.finish();
    }
}
