package org.quittance.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as somebody types it, in the habits of any country: {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50}, {@code 1’234.50},
 * {@code 1234,5}.
 *
 * <p>What could be meant in two ways is no number: {@code 1.234} of a currency with two decimals is 1234 to a German and a slip to others, and
 * whoever guesses books a thousand times too much.
 */
final class Numeral {

    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?|\\.\\d+");
    private static final Pattern POINT_BEFORE_THREE = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern COMMAS_BETWEEN = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern ONE_COMMA_BETWEEN = Pattern.compile("\\d{1,3},\\d{3}");
    /** Lakhs and crores. */
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d+)?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern POINTS_BETWEEN = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+|\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern BLANKS_BETWEEN = Pattern.compile("\\d{1,3}([ \\u00a0\\u202f'’]\\d{3})+([.,]\\d+)?");

    private Numeral() {}

    /**
     * Reads what was typed; empty where it is no number, or could be two.
     *
     * @param decimals how many there may be: two for euros, none for yen
     */
    static Optional<BigDecimal> read(String typed, int decimals) {
        String text = typed.strip();
        boolean negative = text.startsWith("-") || text.startsWith("−");
        return unsigned(negative ? text.substring(1).strip() : text, decimals)
                .map(BigDecimal::new)
                .map(number -> negative ? number.negate() : number);
    }

    /** With a decimal point and nothing between the digits. */
    private static Optional<String> unsigned(String text, int decimals) {
        if (PLAIN.matcher(text).matches()) {
            boolean unclear = decimals != 3 && POINT_BEFORE_THREE.matcher(text).matches();
            return unclear ? Optional.empty() : Optional.of(text);
        }
        if (COMMAS_BETWEEN.matcher(text).matches()) {
            boolean unclear = decimals == 3 && ONE_COMMA_BETWEEN.matcher(text).matches();
            return unclear ? Optional.empty() : Optional.of(text.replace(",", ""));
        }
        if (INDIAN.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        if (POINTS_BETWEEN.matcher(text).matches()) {
            return fitting(text.replace(".", "").replace(',', '.'), decimals);
        }
        if (BLANKS_BETWEEN.matcher(text).matches()) {
            return fitting(text.replaceAll("[^0-9.,]", "").replace(',', '.'), decimals);
        }
        return DECIMAL_COMMA.matcher(text).matches() ? fitting(text.replace(',', '.'), decimals) : Optional.empty();
    }

    private static Optional<String> fitting(String plain, int decimals) {
        int point = plain.indexOf('.');
        return point < 0 || plain.length() - point - 1 <= decimals ? Optional.of(plain) : Optional.empty();
    }
}
