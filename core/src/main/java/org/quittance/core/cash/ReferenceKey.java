package org.quittance.core.cash;

/**
 * How a document number is compared: letters and digits only, in capitals.
 *
 * <p>{@code "INV-2026/00123"} becomes {@code INV202600123}. Its core, what is left where a payer drops the prefix and leading
 * zeros, is {@code 202600123}.
 */
final class ReferenceKey {

    /** A core shorter than this says too little to stand for the number. */
    static final int MIN_CORE = 5;

    private ReferenceKey() {}

    static String of(String reference) {
        StringBuilder key = new StringBuilder(reference.length());
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toUpperCase(c));
            }
        }
        return key.toString();
    }

    /** Where the core begins: after the letters and zeros in front; 0 where there are none or where too little would be left. */
    static int coreStart(String key) {
        int start = 0;
        while (start < key.length() && !isDigit(key.charAt(start))) {
            start++;
        }
        while (start < key.length() && key.charAt(start) == '0') {
            start++;
        }
        if (key.length() - start < MIN_CORE) {
            return 0;
        }
        for (int i = start; i < key.length(); i++) {
            if (!isDigit(key.charAt(i))) {
                return 0;
            }
        }
        return start;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
