package org.quittance.formats.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates as ERPs print them, in one order of day and month.
 *
 * <p>Taken are 2026-07-15 (with or without a time), 20260715, 15.07.2026, 7/15/26 by the order, 15 Jul 2026, Jul 15, 2026, and the
 * day number of a workbook cell that lost its format. Two-digit years mean 1980 to 2079. An instance remembers what it has read: a
 * ledger of a million lines has some thousand different dates.
 */
final class DateText {

    private static final int MOST_REMEMBERED = 10_000;
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final DateOrder order;
    private final Map<String, LocalDate> remembered = new HashMap<>();

    DateText(DateOrder order) {
        this.order = order;
    }

    /** Whether the text stands for "no date": zeros, or the last day that SAP or Oracle knows. */
    static boolean isNone(String text) {
        return text.isEmpty()
                || text.chars().allMatch(c -> c == '0' || c == '.' || c == '-' || c == '/')
                || text.startsWith("9999")
                || text.endsWith("9999")
                || text.startsWith("4712")
                || text.endsWith("4712");
    }

    /** The date; null where the text is none. */
    @Nullable
    LocalDate parse(String text) {
        LocalDate known = remembered.get(text);
        if (known != null) {
            return known;
        }
        LocalDate date = read(text);
        if (date != null) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, date);
        }
        return date;
    }

    private @Nullable LocalDate read(String text) {
        DateParts parts = DateParts.of(text);
        if (parts == null) {
            return null;
        }
        return switch (parts) {
            case DateParts.Serial(int day) -> EXCEL_EPOCH.plusDays(day);
            case DateParts.Named(int day, int month, int year) -> date(year, month, day);
            case DateParts.Numbers(int first, int second, int third, boolean yearFirst) -> {
                if (yearFirst || order == DateOrder.YMD) {
                    yield date(first, second, third);
                }
                yield order == DateOrder.DMY ? date(third, second, first) : date(third, first, second);
            }
        };
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        int full = year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year;
        if (full < FIRST_YEAR || full > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(full, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
