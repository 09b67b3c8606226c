package org.quittance.formats.remittance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;

/**
 * One record of a file whose fields stand at fixed places.
 *
 * @param line where it stands in the file, counted from 1
 */
record FixedRecord(long line, String text) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Records by lines; where the file has no line ends, by their length. */
    static List<FixedRecord> of(String text, int length) {
        List<FixedRecord> records = new ArrayList<>();
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            for (int from = 0; from < text.length(); from += length) {
                add(text.substring(from, Math.min(text.length(), from + length)), records.size() + 1L, records);
            }
            return records;
        }
        long line = 0;
        for (String one : text.split("\r\n|\r|\n", -1)) {
            add(one, ++line, records);
        }
        return records;
    }

    private static void add(String text, long line, List<FixedRecord> records) {
        if (!text.isBlank()) {
            records.add(new FixedRecord(line, CONTROL.matcher(text).replaceAll(" ")));
        }
    }

    char type() {
        return text.charAt(0);
    }

    /** What stands from a place to another, both counted from 1 and included, as it is; shorter where the record ends before. */
    String raw(int from, int to) {
        return from > text.length() ? "" : text.substring(from - 1, Math.min(text.length(), to));
    }

    String field(int from, int to) {
        return raw(from, to).strip();
    }

    /** Cents of a dollar, without a mark. */
    Money cents(String name, int from, int to) throws UnreadableAdvice {
        String digits = field(from, to);
        if (!DIGITS.matcher(digits).matches()) {
            throw new UnreadableAdvice(line, name, digits, "This is not an amount in cents");
        }
        long minor = Long.parseLong(digits);
        if (digits.length() > 18 || minor > RemittanceAdvice.LARGEST_AMOUNT) {
            throw new UnreadableAdvice(line, name, digits, "This amount is larger than any payment is");
        }
        return Money.ofMinor(minor, "USD");
    }

    /** A day written YYMMDD; null where none is told. */
    @Nullable
    LocalDate day(String name, int from) throws UnreadableAdvice {
        String digits = field(from, from + 5);
        if (digits.isEmpty() || digits.equals("000000")) {
            return null;
        }
        if (DIGITS.matcher(digits).matches() && digits.length() == 6) {
            try {
                return LocalDate.of(
                        2000 + Integer.parseInt(digits.substring(0, 2)),
                        Integer.parseInt(digits.substring(2, 4)),
                        Integer.parseInt(digits.substring(4, 6)));
            } catch (DateTimeException noSuchDay) {
                throw new UnreadableAdvice(line, name, digits, "This is not a date (YYMMDD)");
            }
        }
        throw new UnreadableAdvice(line, name, digits, "This is not a date (YYMMDD)");
    }
}
