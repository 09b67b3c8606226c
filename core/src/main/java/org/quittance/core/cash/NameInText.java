package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;

/**
 * Names that stand in front of a remittance text.
 *
 * <p>Where a bank has no field for the payer's name, as in BAI2, it writes the name before what the payer has said: {@code "ALDER PUMPS
 * LTD INVOICE 4711"}. How far the name goes nobody says; the longest that some customer bears is taken.
 */
public final class NameInText {

    private static final int MOST_WORDS = 10;

    /** A shorter name is too easily a word of the text. */
    private static final int LEAST_LETTERS = 6;

    private static final int MOST_LINES = 4;

    private NameInText() {}

    /**
     * What may be the payer's name: the first words of each of the first lines, as they are written, the longest of a line first; none
     * where the bank gives the name apart.
     */
    public static List<String> candidates(Payment payment) {
        if (!payment.payerName().isBlank()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        payment.remittanceText().lines().limit(MOST_LINES).forEach(line -> names.addAll(beginningsOf(line)));
        return names;
    }

    private static List<String> beginningsOf(String line) {
        List<String> names = new ArrayList<>(MOST_WORDS);
        int from = 0;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        for (int at = from + 1; at <= line.length() && names.size() < MOST_WORDS; at++) {
            boolean ends = at == line.length() || Character.isWhitespace(line.charAt(at));
            if (ends && !Character.isWhitespace(line.charAt(at - 1))) {
                names.add(line.substring(from, at));
            }
        }
        return names.reversed().stream()
                .filter(name -> name.chars().filter(Character::isLetter).count() >= LEAST_LETTERS)
                .toList();
    }
}
