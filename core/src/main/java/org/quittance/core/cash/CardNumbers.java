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

    /**
     * Beginnings and lengths of the schemes' numbers (ISO/IEC 7812, and what the schemes publish): what is not so is some other long number,
     * as processors and banks give their transactions.
     */
    private static final Pattern SCHEMES = Pattern.compile("4[0-9]{12}(?:[0-9]{3}){0,2}"
            + "|5[1-5][0-9]{14}|2[2-7][0-9]{14}"
            + "|3[47][0-9]{13}"
            + "|3(?:0[0-5]|[68][0-9])[0-9]{11}|35[0-9]{14}"
            + "|6[0-9]{15,18}|5[06-8][0-9]{11,17}");

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
