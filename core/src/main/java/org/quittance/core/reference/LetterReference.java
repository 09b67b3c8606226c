package org.quittance.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.reference.StructuredReference.Found;
import org.quittance.core.reference.StructuredReference.Scheme;

/**
 * The reference that a letter of ours asks to be quoted: a running number in the scheme that payments to the bank account can carry.
 *
 * <p>Example: number 20417 is {@code RF42QL7000020417} for most accounts, 27 digits that begin with 99 for a QR-IBAN, and 12 digits that begin
 * with 7 for a Belgian one. Each shows by its form that it is ours, so that a payer's text is looked through without asking a store. At 16
 * characters the first fits the 18 of a British payment.
 *
 * <p>Invariant: with one character wrong it is no reference at all (ISO 7064 MOD 97-10, Swiss recursive modulo 10, Belgian modulo 97).
 */
public final class LetterReference {

    /** The largest number that all schemes have room for. */
    public static final long LARGEST_NUMBER = 999_999_999;

    private static final int LENGTH = 9;
    private static final String RF_MARK = "QL";
    private static final String QRR_MARK = "99" + "0".repeat(15);

    /** Ten digits that begin with 7 are seldom the number of a document or a customer. */
    private static final String TEN_DIGITS_MARK = "7";

    /** Banks space, wrap and stroke references as they like: one such mark may stand at any place. */
    private static final Pattern IN_TEXT = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "(?<rf>[Rr]\\s?[Ff](?:\\s?[0-9]){2}\\s?[Qq]\\s?[Ll]\\s?7(?:\\s?[0-9]){9})"
            + "|(?<qrr>9\\s?9(?:\\s?0){15}(?:\\s?[0-9]){10})"
            + "|(?<ogm>7(?:[\\s/.]?[0-9]){11})"
            + ")(?![0-9A-Za-z])");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^0-9A-Z]");

    private LetterReference() {}

    /**
     * The reference of a number, as payments to a bank account can carry it.
     *
     * @param bankAccount an IBAN without blanks, or the account number of a country without it
     */
    public static StructuredReference of(long number, String bankAccount) {
        if (number < 1 || number > LARGEST_NUMBER) {
            throw new IllegalArgumentException("a letter cannot have the reference number " + number);
        }
        return switch (schemeFor(bankAccount)) {
            case QRR -> qrReference(QRR_MARK + digits(number));
            case OGM -> belgian(TEN_DIGITS_MARK + digits(number));
            case RF, VIITE, KID, OCR -> creditorReference(RF_MARK + TEN_DIGITS_MARK + digits(number));
        };
    }

    /** Every reference in a text that may be a letter's, from left to right, however it is spaced or wrapped. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>(0);
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            Scheme scheme = schemeOf(matcher);
            String compact = NO_LETTER_OR_DIGIT
                    .matcher(matcher.group().toUpperCase(Locale.ROOT))
                    .replaceAll("");
            StructuredReference.parse(scheme, compact)
                    .ifPresent(reference -> found.add(new Found(reference, matcher.start(), matcher.end())));
        }
        return found;
    }

    /** The ISO 11649 reference with this body of letters and digits. */
    static StructuredReference creditorReference(String body) {
        return new StructuredReference(Scheme.RF, "RF" + CheckDigits.creditorReferenceDigits(body) + body);
    }

    /** The Swiss QR reference of 26 digits. */
    static StructuredReference qrReference(String digits) {
        return new StructuredReference(Scheme.QRR, digits + CheckDigits.recursiveMod10Digit(digits));
    }

    /** The Belgian structured communication of ten digits. */
    static StructuredReference belgian(String digits) {
        return new StructuredReference(Scheme.OGM, digits + CheckDigits.belgianDigits(digits));
    }

    private static Scheme schemeFor(String bankAccount) {
        return Iban.parse(bankAccount)
                .map(iban -> {
                    if (iban.isQrIban()) {
                        return Scheme.QRR;
                    }
                    return iban.country().equals("BE") ? Scheme.OGM : Scheme.RF;
                })
                .orElse(Scheme.RF);
    }

    private static Scheme schemeOf(Matcher matcher) {
        if (matcher.group("rf") != null) {
            return Scheme.RF;
        }
        return matcher.group("qrr") != null ? Scheme.QRR : Scheme.OGM;
    }

    private static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}
