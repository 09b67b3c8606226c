package org.quittance.core.cash;

/**
 * How like a document number a piece of text is.
 *
 * <p>Weak evidence by itself: it counts inside the items of a known payer, and beside an amount that fits.
 */
enum Resemblance {
    /** The number, or its core without prefix and leading zeros. */
    SAME,
    /** One letter or digit wrong, missing, too many, or two neighbours exchanged. */
    MISTYPED,
    /** Only the last digits, or up to {@value #MOST_LOST} characters lost in one place. */
    CUT,
    NONE;

    static final int MOST_LOST = 3;
    static final int LEAST_LEFT = 4;

    /** The best resemblance of a stretch of text to a key or to the key's core. */
    static Resemblance of(char[] text, int from, int to, String key) {
        Resemblance whole = of(text, from, to, key, 0);
        if (whole == SAME) {
            return SAME;
        }
        int core = ReferenceKey.coreStart(key);
        if (core == 0) {
            return whole;
        }
        Resemblance ofCore = of(text, from, to, key, core);
        return ofCore.compareTo(whole) < 0 ? ofCore : whole;
    }

    private static Resemblance of(char[] text, int from, int to, String key, int keyFrom) {
        int length = to - from;
        int keyLength = key.length() - keyFrom;
        int most = Math.min(length, keyLength);
        if (length > keyLength + 1 || most < LEAST_LEFT) {
            return NONE;
        }
        int head = 0;
        while (head < most && text[from + head] == key.charAt(keyFrom + head)) {
            head++;
        }
        if (head == length && length == keyLength) {
            return SAME;
        }
        int tail = 0;
        while (tail < most - head && text[to - 1 - tail] == key.charAt(key.length() - 1 - tail)) {
            tail++;
        }
        if (isMistyped(text, from, length, key, keyFrom, head, tail)) {
            return MISTYPED;
        }
        int lost = keyLength - length;
        boolean lastDigits = lost > 0 && tail == length;
        boolean lostInOnePlace = lost > 0 && lost <= MOST_LOST && head + tail == length && length > LEAST_LEFT;
        return lastDigits || lostInOnePlace ? CUT : NONE;
    }

    private static boolean isMistyped(char[] text, int from, int length, String key, int keyFrom, int head, int tail) {
        int keyLength = key.length() - keyFrom;
        int longer = Math.max(length, keyLength);
        if (Math.abs(length - keyLength) > 1 || longer <= LEAST_LEFT) {
            return false;
        }
        if (head + tail >= longer - 1) {
            return true;
        }
        return length == keyLength
                && head + tail == length - 2
                && text[from + head] == key.charAt(keyFrom + head + 1)
                && text[from + head + 1] == key.charAt(keyFrom + head);
    }
}
