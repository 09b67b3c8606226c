package org.quittance.formats.remittance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text that a person wrote or a program printed, taken apart: its amounts, its dates, and the words that may be numbers of documents.
 *
 * <p>An amount has two decimals. Its last point or comma is the decimal mark, whatever the country; a sign may stand before or behind it, and
 * brackets or {@code CR} make it negative.
 *
 * @param number of the line, from 1
 * @param numbers words with a digit that are neither amount nor date, in their order
 */
record WrittenLine(int number, String text, List<BigDecimal> amounts, List<LocalDate> dates, List<String> numbers) {

    private static final int LONGEST = 2_000;
    private static final int SHORTEST_NUMBER = 3;

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\w./-])(?:(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})|(?<a>\\d{1,2})(?<sep>[./-])(?<b>\\d{1,2})\\k<sep>(?<c>\\d{4}|\\d{2}))(?![\\w/-])");

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w.,/])(?<before>[-\\u2212(]\\s?)?"
            + "(?<digits>\\d{1,3}(?:[.,'\\u2019\\u00a0\\u202f]\\d{3})+[.,]\\d{2}|\\d{1,13}[.,]\\d{2})"
            + "(?<after>\\s?CR\\b|[-)])?(?![\\d/%]|[.,]\\d)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d/_.-]*[\\p{L}\\d]|\\d");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    static WrittenLine of(int number, String line) {
        String text = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
        StringBuilder rest = new StringBuilder(text);
        List<LocalDate> dates = new ArrayList<>();
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            LocalDate day = day(date);
            if (day != null) {
                dates.add(day);
            }
            blank(rest, date);
        }
        List<BigDecimal> amounts = new ArrayList<>();
        Matcher amount = AMOUNT.matcher(rest.toString());
        while (amount.find()) {
            amounts.add(amount(amount));
            blank(rest, amount);
        }
        List<String> numbers = new ArrayList<>();
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            if (word.group().length() >= SHORTEST_NUMBER
                    && DIGIT.matcher(word.group()).find()) {
                numbers.add(word.group());
            }
        }
        return new WrittenLine(number, text, List.copyOf(amounts), List.copyOf(dates), List.copyOf(numbers));
    }

    private static void blank(StringBuilder rest, Matcher found) {
        for (int i = found.start(); i < found.end(); i++) {
            rest.setCharAt(i, ' ');
        }
    }

    private static BigDecimal amount(Matcher found) {
        String digits = found.group("digits").replaceAll("\\D", "");
        BigDecimal value = new BigDecimal(digits).movePointLeft(2);
        return found.group("before") != null || found.group("after") != null ? value.negate() : value;
    }

    /** Null where the order of day and month cannot be told, or there is no such day. */
    private static @Nullable LocalDate day(Matcher found) {
        try {
            if (found.group("y") != null) {
                return LocalDate.of(number(found, "y"), number(found, "m"), number(found, "d"));
            }
            int first = number(found, "a");
            int second = number(found, "b");
            int year = number(found, "c") < 100 ? 2000 + number(found, "c") : number(found, "c");
            if (found.group("sep").equals(".") || first > 12 || first == second) {
                return LocalDate.of(year, second, first);
            }
            return second > 12 ? LocalDate.of(year, first, second) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
