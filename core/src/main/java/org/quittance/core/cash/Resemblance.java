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
    /** Only the last digits, more than half of the number from its beginning, or up to {@value #MOST_LOST} characters lost in one place. */
    CUT,
    NONE;

    static final int MOST_LOST = 3;
    static final int LEAST_LEFT = 4;

    /** Numbers of one series begin alike: their beginning says less than their end. */
    private static final int LEAST_FIRST = 6;

    /** A shorter number is found in any long row by chance. */
    private static final int LEAST_INSIDE = 8;

    /** The best resemblance of a stretch of text to a key or to its core, which begins where {@link ReferenceKey#coreStart} says. */
    static Resemblance of(char[] text, int from, int to, String key, int coreStart) {
        Resemblance whole = from(text, from, to, key, 0);
        if (whole == SAME || coreStart == 0) {
            return whole;
        }
        Resemblance ofCore = from(text, from, to, key, coreStart);
        return ofCore.compareTo(whole) < 0 ? ofCore : whole;
    }

    private static Resemblance from(char[] text, int from, int to, String key, int keyFrom) {
        int length = to - from;
        int keyLength = key.length() - keyFrom;
        int most = Math.min(length, keyLength);
        if (length > keyLength + 1 || most < LEAST_LEFT) {
            return NONE;
        }
        // One error in one place leaves the first two characters or the last two as they were.
        boolean beginsAlike = text[from] == key.charAt(keyFrom) && text[from + 1] == key.charAt(keyFrom + 1);
        boolean endsAlike =
                text[to - 1] == key.charAt(key.length() - 1) && text[to - 2] == key.charAt(key.length() - 2);
        if (!beginsAlike && !endsAlike) {
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
        boolean firstDigits = lost > 0 && head == length && length >= LEAST_FIRST && length * 2 > keyLength;
        return lastDigits || firstDigits || lostInOnePlace ? CUT : NONE;
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

    /**
     * Where in a long row of digits a number's core ends, with at most one error (an exchange of neighbours counts as one), or -1
     * where it is not inside. The text is read against the number from each place on (Sellers' approximate search).
     */
    static int endInside(char[] text, int from, int to, String key) {
        int core = ReferenceKey.coreStart(key);
        int length = key.length() - core;
        if (length < LEAST_INSIDE) {
            return -1;
        }
        int[] before = new int[length + 1];
        int[] previous = new int[length + 1];
        int[] current = new int[length + 1];
        for (int i = 0; i <= length; i++) {
            previous[i] = i;
        }
        int best = 2;
        int bestEnd = -1;
        for (int at = from; at < to; at++) {
            current[0] = 0;
            for (int i = 1; i <= length; i++) {
                char c = key.charAt(core + i - 1);
                int replaced = previous[i - 1] + (text[at] == c ? 0 : 1);
                current[i] = Math.min(replaced, 1 + Math.min(previous[i], current[i - 1]));
                boolean exchanged = i > 1 && at > from && text[at - 1] == c && text[at] == key.charAt(core + i - 2);
                if (exchanged) {
                    current[i] = Math.min(current[i], before[i - 2] + 1);
                }
            }
            if (current[length] < best) {
                best = current[length];
                bestEnd = at + 1;
            }
            int[] reused = before;
            before = previous;
            previous = current;
            current = reused;
        }
        return bestEnd;
    }
}
