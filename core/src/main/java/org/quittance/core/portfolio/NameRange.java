package org.quittance.core.portfolio;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Customers by the beginning of their names, both ends included.
 *
 * <p>Example: {@code NameRange.of("A", "F")} holds Abel, Émile and Fischer, and not Gruber; {@code of("SA", "SCH")} holds Schmidt and not Sd.
 * Letters are compared without accents and case; whatever is neither letter nor digit is passed over, so that "d'Arcy" is among the D.
 *
 * @param from where it begins; empty for the first of all
 * @param to where it ends, with every name that begins so; empty for the last of all
 */
public record NameRange(String from, String to) {

    private static final Pattern PASSED_OVER = Pattern.compile("[^\\p{L}\\p{Nd}]");

    public static final NameRange ANY = new NameRange("", "");

    public NameRange {
        from = key(from);
        to = key(to);
        if (!isInOrder(from, to)) {
            throw new IllegalArgumentException("No name is from " + from + " to " + to);
        }
    }

    public static NameRange of(String from, String to) {
        return new NameRange(from, to);
    }

    /** Whether a name can lie between the two, as they are typed. */
    public static boolean isOne(String from, String to) {
        return isInOrder(key(from), key(to));
    }

    public boolean isAny() {
        return from.isEmpty() && to.isEmpty();
    }

    public boolean holds(String name) {
        String key = key(name);
        return key.compareTo(from) >= 0
                && (to.isEmpty() || start(key, to.length()).compareTo(to) <= 0);
    }

    private static boolean isInOrder(String from, String to) {
        return to.isEmpty() || start(from, to.length()).compareTo(to) <= 0;
    }

    private static String start(String key, int length) {
        return key.substring(0, Math.min(length, key.length()));
    }

    private static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        return PASSED_OVER.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
