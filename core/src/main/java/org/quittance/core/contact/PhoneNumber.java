package org.quittance.core.contact;

import java.util.Optional;
import java.util.Set;

/**
 * A telephone number that is the same wherever it is dialled: by ITU-T E.164 a plus, the country code and the number, at most 15 digits in
 * all.
 *
 * <p>Example: {@code PhoneNumber.parse("+49 (0)171 555-0123")} and {@code parse("0049 171 5550123")} are both {@code +491715550123}. Whether
 * somebody has the number, only a message to it tells.
 */
public record PhoneNumber(String value) {

    /** Codes of one digit and of two; all others have three (ITU Operational Bulletin, list of assigned country codes). */
    private static final Set<String> SHORT_CODES = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    /** The tens in which codes of three digits are assigned. */
    private static final Set<String> LONG_CODES = Set.of(
            "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67", "68", "69", "80", "85",
            "87", "88", "96", "97", "99");

    public PhoneNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is no telephone number with its country code");
        }
    }

    /** As people write it, with blanks, dots, dashes and brackets; empty where it has no country code, or is no number at all. */
    public static Optional<PhoneNumber> parse(String typed) {
        String digits = typed.strip()
                .replaceFirst("^(\\+|00)\\s*", "+")
                .replace("(0)", "")
                .replaceAll("[\\s\\u00a0\\u202f./()\\u2010-\\u2015-]", "");
        return isValid(digits) ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        return value.matches("\\+[1-9][0-9]{6,14}")
                && (SHORT_CODES.contains(value.substring(1, 2))
                        || SHORT_CODES.contains(value.substring(1, 3))
                        || LONG_CODES.contains(value.substring(1, 3)));
    }

    @Override
    public String toString() {
        return value;
    }
}
