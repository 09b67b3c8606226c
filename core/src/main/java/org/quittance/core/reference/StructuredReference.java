package org.quittance.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payment reference whose check digit is right.
 *
 * <p>{@code StructuredReference.parse(Scheme.RF, "RF18 5390 0754 7034")} is {@code RF18539007547034}; with RF17 there is none. Some
 * schemes show by their form what they are (RF, QRR, OGM) and are {@linkplain #find found} in running text. A Finnish or
 * Scandinavian number is a bare number, of which every tenth has a right check digit by chance: it is read only where the scheme
 * is known.
 *
 * @param value without blanks and punctuation, in capital letters
 */
public record StructuredReference(Scheme scheme, String value) {

    /** Who defined the reference. */
    public enum Scheme {
        /** ISO 11649 creditor reference: RF, two check digits, up to 21 letters and digits. */
        RF("ISO 11649 creditor reference", "RF[0-9]{2}[0-9A-Z]{1,21}"),
        /** Swiss QR reference: 27 digits, recursive modulo 10. */
        QRR("Swiss QR reference", "[0-9]{27}"),
        /** Belgian structured communication (OGM, VCS): 12 digits, often written +++123/1234/12345+++. */
        OGM("Belgian structured communication", "[0-9]{12}"),
        /** Finnish viite: 4 to 20 digits, weights 7-3-1. */
        VIITE("Finnish viite", "[0-9]{4,20}"),
        /** Norwegian KID: 2 to 25 digits, Luhn or modulo 11 (whose tenth check digit is a minus). */
        KID("Norwegian KID", "[0-9]{1,24}[0-9-]"),
        /** Swedish OCR number: 2 to 25 digits, Luhn. */
        OCR("Swedish OCR number", "[0-9]{2,25}");

        private final String label;
        private final Pattern form;

        Scheme(String label, String form) {
            this.label = label;
            this.form = Pattern.compile(form);
        }

        public String label() {
            return label;
        }

        boolean accepts(String compact) {
            return form.matcher(compact).matches() && checks(compact);
        }

        private boolean checks(String compact) {
            return switch (this) {
                case RF -> CheckDigits.mod97(compact.substring(4) + compact.substring(0, 4)) == 1;
                case QRR -> CheckDigits.recursiveMod10(compact);
                case OGM -> CheckDigits.belgian(compact);
                case VIITE -> CheckDigits.finnish(compact);
                case KID ->
                    compact.endsWith("-")
                            ? CheckDigits.mod11(compact)
                            : CheckDigits.luhn(compact) || CheckDigits.mod11(compact);
                case OCR -> CheckDigits.luhn(compact);
            };
        }
    }

    /** A reference and where it stands in a text: from {@code start} up to, not including, {@code end}. */
    public record Found(StructuredReference reference, int start, int end) {}

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s+*/.]");

    /**
     * The forms that show what they are. A number is never cut out of a longer run of letters or digits; blanks are
     * allowed inside as they are printed, in groups.
     */
    private static final Pattern IN_TEXT = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "(?<rf>[Rr][Ff][0-9]{2}(?: ?[0-9A-Za-z]){1,21})"
            + "|(?<qrr>[0-9]{2}(?: ?[0-9]{5}){5})"
            + "|(?<ogm>[0-9]{3}/[0-9]{4}/[0-9]{5}|[0-9]{12})"
            + ")(?![0-9A-Za-z])");

    public StructuredReference {
        if (!scheme.accepts(value)) {
            throw new IllegalArgumentException("%s is not a valid %s".formatted(value, scheme.label()));
        }
    }

    /** Reads a reference of a known scheme, however it is spaced; empty where form or check digit is wrong. */
    public static Optional<StructuredReference> parse(Scheme scheme, String text) {
        String compact = PUNCTUATION.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return scheme.accepts(compact) ? Optional.of(new StructuredReference(scheme, compact)) : Optional.empty();
    }

    /** Every RF, QRR and OGM in a running text, from left to right. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = IN_TEXT.matcher(text);
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            Optional<Found> valid = validIn(matcher);
            valid.ifPresent(found::add);
            from = valid.map(Found::end).orElse(matcher.end());
        }
        return found;
    }

    /** In the groups in which its scheme is printed: {@code RF18 5390 0754 7034}, {@code +++020/3430/57642+++}. */
    public String printed() {
        return switch (scheme) {
            case RF -> value.replaceAll("(.{4})(?!$)", "$1 ");
            case QRR -> value.substring(0, 2) + value.substring(2).replaceAll("(.{5})", " $1");
            case OGM -> "+++%s/%s/%s+++".formatted(value.substring(0, 3), value.substring(3, 7), value.substring(7));
            case VIITE, KID, OCR -> value;
        };
    }

    /** The text that the check digits protect: what the creditor put into the reference. */
    public String body() {
        return switch (scheme) {
            case RF -> value.substring(4);
            case OGM -> value.substring(0, 10);
            case QRR, VIITE, KID, OCR -> value.substring(0, value.length() - 1);
        };
    }

    private static Optional<Found> validIn(Matcher matcher) {
        if (matcher.group("rf") != null) {
            return creditorReference(matcher.group("rf"), matcher.start());
        }
        Scheme scheme = matcher.group("qrr") != null ? Scheme.QRR : Scheme.OGM;
        return parse(scheme, matcher.group()).map(r -> new Found(r, matcher.start(), matcher.end()));
    }

    /** Words may follow an RF after a blank as if they were its next group: the longest valid beginning is taken. */
    private static Optional<Found> creditorReference(String text, int start) {
        for (int end = text.length(); end > 4; end--) {
            boolean wholeGroup = end == text.length() || text.charAt(end) == ' ';
            Optional<StructuredReference> reference =
                    wholeGroup ? parse(Scheme.RF, text.substring(0, end)) : Optional.empty();
            if (reference.isPresent()) {
                return Optional.of(new Found(reference.get(), start, start + end));
            }
        }
        return Optional.empty();
    }
}
