package org.quittance.core.cash;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.money.Money;

/**
 * An amount that a payer has written into the text, with the words around it.
 *
 * <p>{@code "inv 4711 less 1.200,50 damaged pallets"} names 1,200.50, and the reason is "less 1.200,50 damaged pallets". Point and comma
 * are read either way; the decimals must be written, since a bare 120 may be anything.
 *
 * @param reason the words without the numbers before them; at most {@value #LONGEST} characters
 */
record AmountInText(int start, int end, String reason) {

    private static final int LONGEST = 120;
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![0-9.,/-])([0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+)[.,]([0-9]{2,3})(?![0-9.,]*[0-9])");
    private static final Pattern WORDS_BEFORE = Pattern.compile("[^0-9]*$");

    static Optional<AmountInText> find(String text, Money amount) {
        int decimals = Math.max(0, amount.currency().getDefaultFractionDigits());
        Matcher found = AMOUNT.matcher(text);
        while (found.find()) {
            String fraction = found.group(2);
            String whole = found.group(1).replaceAll("[^0-9]", "");
            boolean same = fraction.length() == decimals
                    && whole.length() < 16
                    && Long.parseLong(whole + fraction) == amount.minor();
            if (same) {
                return Optional.of(new AmountInText(found.start(), found.end(), reason(text, found.start())));
            }
        }
        return Optional.empty();
    }

    private static String reason(String text, int amountAt) {
        Matcher before = WORDS_BEFORE.matcher(text.substring(0, amountAt));
        int from = before.find() ? before.start() : amountAt;
        String reason = text.substring(from).strip().replaceAll("\\s+", " ").replaceFirst("^[^\\p{L}./0-9]+", "");
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }
}
