package org.quittance.core.reference;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616) with the length of its country and a right check number.
 *
 * <p>{@code Iban.parse("GB29 NWBK 6016 1331 9268 19")} is {@code GB29NWBK60161331926819}. Countries that are not in the registry
 * here are refused: an unknown length cannot be checked.
 *
 * @param value without blanks, in capital letters
 */
public record Iban(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BLANKS = Pattern.compile("\\s");

    /** Total lengths by country, of the SWIFT IBAN registry (general knowledge). */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            entry("AD", 24),
            entry("AE", 23),
            entry("AL", 28),
            entry("AT", 20),
            entry("AZ", 28),
            entry("BA", 20),
            entry("BE", 16),
            entry("BG", 22),
            entry("BH", 22),
            entry("BI", 27),
            entry("BR", 29),
            entry("BY", 28),
            entry("CH", 21),
            entry("CR", 22),
            entry("CY", 28),
            entry("CZ", 24),
            entry("DE", 22),
            entry("DJ", 27),
            entry("DK", 18),
            entry("DO", 28),
            entry("EE", 20),
            entry("EG", 29),
            entry("ES", 24),
            entry("FI", 18),
            entry("FK", 18),
            entry("FO", 18),
            entry("FR", 27),
            entry("GB", 22),
            entry("GE", 22),
            entry("GI", 23),
            entry("GL", 18),
            entry("GR", 27),
            entry("GT", 28),
            entry("HR", 21),
            entry("HU", 28),
            entry("IE", 22),
            entry("IL", 23),
            entry("IQ", 23),
            entry("IS", 26),
            entry("IT", 27),
            entry("JO", 30),
            entry("KW", 30),
            entry("KZ", 20),
            entry("LB", 28),
            entry("LC", 32),
            entry("LI", 21),
            entry("LT", 20),
            entry("LU", 20),
            entry("LV", 21),
            entry("LY", 25),
            entry("MC", 27),
            entry("MD", 24),
            entry("ME", 22),
            entry("MK", 19),
            entry("MN", 20),
            entry("MR", 27),
            entry("MT", 31),
            entry("MU", 30),
            entry("NI", 28),
            entry("NL", 18),
            entry("NO", 15),
            entry("OM", 23),
            entry("PK", 24),
            entry("PL", 28),
            entry("PS", 29),
            entry("PT", 25),
            entry("QA", 29),
            entry("RO", 24),
            entry("RS", 22),
            entry("RU", 33),
            entry("SA", 24),
            entry("SC", 31),
            entry("SD", 18),
            entry("SE", 24),
            entry("SI", 19),
            entry("SK", 24),
            entry("SM", 27),
            entry("SO", 23),
            entry("ST", 25),
            entry("SV", 28),
            entry("TL", 23),
            entry("TN", 24),
            entry("TR", 26),
            entry("UA", 29),
            entry("VA", 22),
            entry("VG", 24),
            entry("XK", 20),
            entry("YE", 30));

    /** The countries whose banks take SEPA credit transfers (EPC409-09; general knowledge). */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    public Iban {
        if (!isValid(value)) {
            throw new IllegalArgumentException(value + " is not a valid IBAN");
        }
    }

    /** Reads an IBAN in print or electronic form; empty where country, length or check number is wrong. */
    public static Optional<Iban> parse(String text) {
        String compact = BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return isValid(compact) ? Optional.of(new Iban(compact)) : Optional.empty();
    }

    public String country() {
        return value.substring(0, 2);
    }

    /**
     * Whether payments to it must carry a QR reference: an account of Switzerland or Liechtenstein at an institution numbered
     * 30000 to 31999.
     */
    public boolean isQrIban() {
        String institution = value.substring(4, 9);
        return isSwiss() && institution.compareTo("30000") >= 0 && institution.compareTo("31999") <= 0;
    }

    /** Whether it is an account of Switzerland or Liechtenstein, which is paid by QR-bill. */
    public boolean isSwiss() {
        return country().equals("CH") || country().equals("LI");
    }

    /** Whether euros reach it by a SEPA credit transfer; a QR-IBAN is for payments by QR-bill alone. */
    public boolean takesSepaTransfers() {
        return SEPA.contains(country()) && !isQrIban();
    }

    private static boolean isValid(String compact) {
        return FORM.matcher(compact).matches()
                && LENGTHS.getOrDefault(compact.substring(0, 2), 0) == compact.length()
                && CheckDigits.mod97(compact.substring(4) + compact.substring(0, 4)) == 1;
    }
}
