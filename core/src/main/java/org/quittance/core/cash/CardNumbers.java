package org.quittance.core.cash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.reference.CheckDigits;

/**
 * Finds what looks like the number of a payment card: 13 to 19 digits, with or without blanks and hyphens, whose last is the Luhn check digit.
 *
 * <p>No card number is ever kept here (PCI DSS): what a person types is refused before it is stored, what a file tells is masked.
 */
public final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");

    /** The first digits of the card schemes: what begins otherwise is some other long number, as processors give their transactions. */
    private static final Pattern SCHEMES = Pattern.compile("[2-6].*");

    private static final int SHOWN = 4;

    private CardNumbers() {}

    public static boolean isIn(String text) {
        Matcher runs = DIGITS.matcher(text);
        while (runs.find()) {
            if (CheckDigits.luhn(runs.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** The text with all but the last four digits of every card number gone: {@code **** 1111}. */
    public static String masked(String text) {
        return DIGITS.matcher(text).replaceAll(run -> {
            String digits = run.group().replaceAll("[ -]", "");
            boolean isCard = SCHEMES.matcher(digits).matches() && CheckDigits.luhn(digits);
            return isCard ? "**** " + digits.substring(digits.length() - SHOWN) : Matcher.quoteReplacement(run.group());
        });
    }
}
