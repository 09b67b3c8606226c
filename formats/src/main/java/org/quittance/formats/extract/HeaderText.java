package org.quittance.formats.extract;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Headers as they are compared: {@code "Nettofälligkeits-Datum "} and {@code NETTOFAELLIGKEITSDATUM} are the same.
 *
 * <p>Only letters and digits count; German umlauts are spelt out, other accents go.
 */
final class HeaderText {

    private HeaderText() {}

    static String normalised(String header) {
        String composed = Normalizer.normalize(header, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder spelt = new StringBuilder(composed.length() + 4);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case 'ä', 'æ' -> spelt.append("ae");
                case 'ö', 'ø', 'œ' -> spelt.append("oe");
                case 'ü' -> spelt.append("ue");
                case 'ß' -> spelt.append("ss");
                default -> spelt.append(c);
            }
        }
        String plain = Normalizer.normalize(spelt, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /**
     * How many letters have to be added, left out, replaced or swapped with a neighbour to make one of the other
     * (optimal string alignment): BURKS and BUKRS are 1 apart.
     */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                int least = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                current[j] = least;
            }
            int[] spare = before;
            before = last;
            last = current;
            current = spare;
        }
        return last[other.length()];
    }
}
