package org.quittance.formats.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook as text that means the same.
 *
 * <p>Excel keeps 17 digits and shows 15; what lies beyond the 15th is noise of the binary fraction and left out, as Excel does. A
 * number is a date where its format shows days, months or years.
 */
final class ExcelCells {

    private static final MathContext AS_EXCEL_SHOWS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final long SECONDS_A_DAY = 86_400;
    private static final double LAST_DAY = 2_958_466;

    private final LocalDateTime epoch;
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    ExcelCells(boolean startsIn1904) {
        this.epoch = (startsIn1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30)).atStartOfDay();
    }

    String asText(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(raw, cell);
            case BOOLEAN -> raw.equals("1") ? "TRUE" : "FALSE";
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(raw, cell) : cell.getText();
            case STRING, ERROR, EMPTY -> raw;
        };
    }

    private String number(String raw, Cell cell) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            double days = Double.parseDouble(raw);
            if (days >= 1 && days < LAST_DAY) {
                return date(days);
            }
        }
        return new BigDecimal(raw).round(AS_EXCEL_SHOWS).stripTrailingZeros().toPlainString();
    }

    private String date(double days) {
        LocalDateTime at = epoch.plusSeconds(Math.round(days * SECONDS_A_DAY));
        return at.toLocalTime().toSecondOfDay() == 0 ? at.toLocalDate().toString() : at.toString();
    }

    private boolean isDate(@Nullable Integer formatId, @Nullable String format) {
        if (formatId != null && isBuiltInDate(formatId)) {
            return true;
        }
        return format != null && dateFormats.computeIfAbsent(format, ExcelCells::showsDate);
    }

    /** The formats that Excel numbers itself, those of its East Asian versions included (ECMA-376 part 1, 18.8.30). */
    private static boolean isBuiltInDate(int id) {
        boolean western = (id >= 14 && id <= 17) || id == 22;
        boolean eastAsian = (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
        return western || eastAsian;
    }

    /** Whether a number format shows a day or a year, outside quoted text, colours and escaped characters. */
    static boolean showsDate(String format) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\\' || c == '_' || c == '*') {
                    i++;
                } else if (c == '[' || c == ']') {
                    bracketed = c == '[';
                } else if (!bracketed && "dDyY".indexOf(c) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
