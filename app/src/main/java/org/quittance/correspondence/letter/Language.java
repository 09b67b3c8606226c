package org.quittance.correspondence.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A language that we write letters in. */
public enum Language {
    ENGLISH("en", "001"),
    GERMAN("de", "DE"),
    FRENCH("fr", "FR"),
    DUTCH("nl", "NL"),
    SPANISH("es", "ES"),
    ITALIAN("it", "IT");

    private static final Set<Locale> KNOWN_LOCALES = Set.of(Locale.getAvailableLocales());

    private final String code;
    private final String home;

    Language(String code, String home) {
        this.code = code;
        this.home = home;
    }

    /** The language of an ISO 639-1 code; English for one that we do not write. */
    public static Language ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language in English, for a list to choose from. */
    public String label() {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }

    /** ISO 639-1, lower case. */
    public String code() {
        return code;
    }

    /**
     * How numbers and dates are written in this language in that country: {@code de-CH} separates thousands otherwise than
     * {@code de-DE}. Where the two are no usual pair (English in Japan), the language's own habits hold.
     *
     * @param country ISO 3166-1 alpha-2, or empty where it is not known
     */
    public Locale localeIn(String country) {
        Locale there = Locale.of(code, country);
        return !country.isEmpty() && KNOWN_LOCALES.contains(there) ? there : Locale.of(code, home);
    }
}
