package org.quittance.core.cash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.reference.CheckDigits;

/**
 * Finds what looks like the number of a payment card: 13 to 19 digits, with or without blanks and hyphens, whose last is the Luhn check digit.
 *
 * <p>No card number is ever kept here (PCI DSS): a text that has one is refused before it is stored.
 */
public final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");

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
}
