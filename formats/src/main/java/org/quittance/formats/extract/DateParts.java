package org.quittance.formats.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a date as written, before anybody knows which is the day. */
sealed interface DateParts {

    /** Three numbers; {@code yearFirst} where the first one is a year beyond doubt. */
    record Numbers(int first, int second, int third, boolean yearFirst) implements DateParts {}

    /** A date whose month is a word. */
    record Named(int day, int month, int year) implements DateParts {}

    /** Days since 30 December 1899, as a workbook counts. */
    record Serial(int day) implements DateParts {}

    /** First letters that tell the months apart in English, German, French, Dutch, Spanish and Italian. */
    List<List<String>> MONTHS = List.of(
            List.of("jan", "ene", "gen"),
            List.of("feb", "fev"),
            List.of("mar", "mae", "mrz", "maa", "mrt"),
            List.of("apr", "avr", "abr"),
            List.of("may", "mai", "mei", "mag"),
            List.of("jun", "juin", "giu"),
            List.of("jul", "juil", "lug"),
            List.of("aug", "aou", "ago"),
            List.of("sep", "set"),
            List.of("oct", "okt", "ott"),
            List.of("nov"),
            List.of("dec", "dez", "dic"));

    /** The parts of a text that looks like a date; null for any other text. */
    static @Nullable DateParts of(String text) {
        int end = endOfDate(text);
        int length = end;
        boolean allDigits = true;
        boolean letters = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            allDigits &= c >= '0' && c <= '9';
            letters |= Character.isLetter(c);
        }
        if (length == 0) {
            return null;
        }
        if (allDigits) {
            return digitsOnly(text, length);
        }
        return letters ? named(text.substring(0, length)) : separated(text, length);
    }

    /** A time of day after the date does not matter. */
    private static int endOfDate(String text) {
        int t = text.indexOf('T');
        if (t == 10 && text.charAt(4) == '-') {
            return t;
        }
        int colon = text.indexOf(':');
        int blank = colon > 0 ? text.lastIndexOf(' ', colon) : -1;
        return blank > 0 ? blank : text.length();
    }

    private static @Nullable DateParts digitsOnly(String text, int length) {
        if (length == 8) {
            int year = number(text, 0, 4);
            return year < 0 ? null : new Numbers(year, number(text, 4, 6), number(text, 6, 8), true);
        }
        if (length == 5) {
            int day = number(text, 0, 5);
            return day >= 20_000 && day <= 80_000 ? new Serial(day) : null;
        }
        return null;
    }

    private static @Nullable DateParts separated(String text, int length) {
        int first = separatorAfter(text, 0, length);
        int second = separatorAfter(text, first + 1, length);
        if (first <= 0 || second <= first + 1 || second >= length - 1 || text.charAt(first) != text.charAt(second)) {
            return null;
        }
        int one = number(text, 0, first);
        int two = number(text, first + 1, second);
        int three = number(text, second + 1, length);
        return one < 0 || two < 0 || three < 0 ? null : new Numbers(one, two, three, first == 4);
    }

    private static int separatorAfter(String text, int from, int length) {
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '.' || c == '-') {
                return i;
            }
        }
        return length;
    }

    /** The number in the digits; -1 where there is anything else, nothing, or a year such as 0026. */
    private static int number(String text, int from, int to) {
        if (from >= to || to - from > 5) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return to - from > 2 && number < 1000 ? -1 : number;
    }

    private static @Nullable DateParts named(String text) {
        List<String> words = List.of(text.replaceAll("[-/.,]", " ").strip().split("\\s+"));
        if (words.size() == 4 && monthOf(words.getFirst()) == 0) {
            words = words.subList(1, 4);
        }
        if (words.size() != 3) {
            return null;
        }
        boolean monthFirst = monthOf(words.get(0)) > 0;
        int month = monthOf(words.get(monthFirst ? 0 : 1));
        String dayWord = words.get(monthFirst ? 1 : 0);
        int day = number(dayWord, 0, dayWord.length());
        int year = number(words.get(2), 0, words.get(2).length());
        if (day > 31) {
            return month == 0 || year < 0 ? null : new Named(year, month, day);
        }
        return month == 0 || day < 0 || year < 0 ? null : new Named(day, month, year);
    }

    private static int monthOf(String word) {
        String plain = HeaderText.normalised(word);
        if (plain.length() < 3) {
            return 0;
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            for (String start : MONTHS.get(month)) {
                if (plain.startsWith(start)) {
                    return month + 1;
                }
            }
        }
        return 0;
    }
}
