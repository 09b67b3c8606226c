package org.quittance.core.reference;

/**
 * The arithmetic of check digits, over plain digits.
 *
 * <p>Each function takes the whole number, its check digit included, and answers whether the two agree. The caller has made sure
 * that there are only digits (for {@link #mod97} digits and capital letters).
 */
public final class CheckDigits {

    /** The carry table of the recursive modulo 10 of the Swiss payment slip (SIX, Style Guide QR-bill). */
    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private static final int[] FINNISH_WEIGHTS = {7, 3, 1};

    private CheckDigits() {}

    /** The remainder of ISO 7064 MOD 97-10, letters counting from A = 10 to Z = 35. A valid IBAN or RF, rearranged, gives 1. */
    static int mod97(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    /** Luhn's formula (ISO/IEC 7812): every second digit from the right, the check digit not counted, is doubled. */
    public static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The Norwegian modulo 11, weights 2 to 7 from the right; the check digit 10 is written as a minus. */
    public static boolean mod11(String digitsAndCheck) {
        int sum = 0;
        int last = digitsAndCheck.length() - 1;
        for (int i = last - 1, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
            sum += (digitsAndCheck.charAt(i) - '0') * weight;
        }
        int check = (11 - sum % 11) % 11;
        return digitsAndCheck.charAt(last) == (check == 10 ? '-' : (char) ('0' + check));
    }

    /** The Swiss recursive modulo 10. */
    static boolean recursiveMod10(String digits) {
        int last = digits.length() - 1;
        return recursiveMod10Digit(digits.substring(0, last)).equals(digits.substring(last));
    }

    /** The check digit that the Swiss recursive modulo 10 puts behind some digits. */
    static String recursiveMod10Digit(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = RECURSIVE[(carry + digits.charAt(i) - '0') % 10];
        }
        return String.valueOf((10 - carry) % 10);
    }

    /** The two check digits of an ISO 11649 reference with this body (ISO 7064 MOD 97-10). */
    static String creditorReferenceDigits(String body) {
        return twoDigits(98 - mod97(body + "RF00"));
    }

    /** The Finnish weights 7, 3, 1 from the right; the check digit fills up to the next ten. */
    static boolean finnish(String digits) {
        int sum = 0;
        int last = digits.length() - 1;
        for (int i = last - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * FINNISH_WEIGHTS[(last - 1 - i) % 3];
        }
        return (10 - sum % 10) % 10 == digits.charAt(last) - '0';
    }

    /** The Belgian modulo 97 of the first ten digits; where it is 0, 97 is written. */
    static boolean belgian(String digits) {
        return belgianDigits(digits.substring(0, 10)).equals(digits.substring(10));
    }

    /** The two check digits of ten digits in Belgium. */
    static String belgianDigits(String tenDigits) {
        int remainder = mod97(tenDigits);
        return twoDigits(remainder == 0 ? 97 : remainder);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
