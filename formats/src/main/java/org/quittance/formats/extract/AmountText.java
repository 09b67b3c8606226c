package org.quittance.formats.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as ERPs print them: {@code 1.234,56-}, {@code (1,234.56)}, {@code 1 234,56 CR}, {@code EUR 12.50}.
 *
 * <p>Strict where it matters: under a decimal point {@code 12,50} is no amount, and {@code 1,2345} is none either, because guessing
 * would be wrong by a factor of a hundred. Thousands may be grouped by the other mark, by blanks of any width and by apostrophes;
 * groups have three digits, or two as India writes them.
 */
final class AmountText {

    private static final int MOST_DIGITS = 18;

    private AmountText() {}

    /** The amount; null where the text is none. */
    static @Nullable BigDecimal parse(String text, DecimalMark mark) {
        int from = 0;
        int to = text.length();
        boolean negative = false;
        while (to > from && !isDigit(text.charAt(to - 1))) {
            char c = text.charAt(to - 1);
            if (c == '-' || c == '\u2212' || c == ')') {
                negative = true;
            } else if (c == 'R' && to == text.length() && to > 2 && text.charAt(to - 2) == 'C') {
                negative = true;
                to--;
            } else if (c == mark.decimal()) {
                break;
            } else if (!mayStandBeside(c)) {
                return null;
            }
            to--;
        }
        while (from < to && !isDigit(text.charAt(from))) {
            char c = text.charAt(from);
            if (c == '-' || c == '\u2212' || c == '(') {
                negative = true;
            } else if (c == mark.decimal() && from + 1 < to && isDigit(text.charAt(from + 1))) {
                break;
            } else if (!mayStandBeside(c)) {
                return null;
            }
            from++;
        }
        BigDecimal amount = from == to ? null : digits(text, from, to, mark);
        return amount == null || !negative ? amount : amount.negate();
    }

    private static @Nullable BigDecimal digits(String text, int from, int to, DecimalMark mark) {
        long unscaled = 0;
        int digits = 0;
        int decimals = -1;
        int group = 0;
        boolean grouped = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                group++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == mark.decimal() && decimals < 0 && (!grouped || group == 3)) {
                decimals = 0;
            } else if (isGrouping(c, mark) && decimals < 0 && mayEndGroup(group, grouped)) {
                grouped = true;
                group = 0;
            } else {
                return exponent(text, from, to, mark);
            }
        }
        if (grouped && decimals < 0 && group != 3) {
            return null;
        }
        return digits <= MOST_DIGITS
                ? BigDecimal.valueOf(unscaled, Math.max(decimals, 0))
                : manyDigits(text, from, to, mark);
    }

    /** The first group has one to three digits, later ones three, or two in India. */
    private static boolean mayEndGroup(int digits, boolean grouped) {
        return grouped ? digits == 3 || digits == 2 : digits >= 1 && digits <= 3;
    }

    private static @Nullable BigDecimal manyDigits(String text, int from, int to, DecimalMark mark) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
            } else if (c == mark.decimal()) {
                plain.append('.');
            }
        }
        return new BigDecimal(plain.toString());
    }

    /** 1.2E+05, as programs write large and small numbers; always with a decimal point. */
    private static @Nullable BigDecimal exponent(String text, int from, int to, DecimalMark mark) {
        int e = Math.max(text.indexOf('E', from), text.indexOf('e', from));
        if (e <= from || e >= to - 1 || to - e > 4 || mark == DecimalMark.COMMA) {
            return null;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean sign = (c == '+' || c == '-') && i == e + 1;
            if (!isDigit(c) && i != e && !sign && !(c == '.' && i < e)) {
                return null;
            }
        }
        try {
            return new BigDecimal(text.substring(from, to));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean isGrouping(char c, DecimalMark mark) {
        return c == mark.grouping() || c == '\'' || c == '\u2019' || isBlank(c);
    }

    /** Currency signs and codes, blanks, a plus sign, and the DR of a debit. */
    private static boolean mayStandBeside(char c) {
        return isBlank(c)
                || c == '+'
                || (c >= 'A' && c <= 'Z')
                || c == ')'
                || c == '('
                || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
