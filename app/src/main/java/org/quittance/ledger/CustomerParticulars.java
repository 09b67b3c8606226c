package org.quittance.ledger;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.LetterWay;

/**
 * What is known of a customer in whatever legal entity.
 *
 * @param country ISO 3166; empty where it is not told
 * @param language ISO 639, in which it is written to; empty where it is not told
 * @param timeZone of its working day: {@code Europe/Berlin}
 * @param segment how the company groups its customers, in its own words
 * @param address lines as printed on letters
 * @param state of a country whose states have laws of their own: its two letters; empty where it is not told
 * @param letters how it wants to get them; null where it is not told
 */
public record CustomerParticulars(
        String name,
        String country,
        String language,
        String timeZone,
        String segment,
        String address,
        String state,
        @Nullable LetterWay letters) {

    /** One whose wish about letters is not told. */
    public CustomerParticulars(
            String name,
            String country,
            String language,
            String timeZone,
            String segment,
            String address,
            String state) {
        this(name, country, language, timeZone, segment, address, state, null);
    }

    /** Of a country whose states do not matter, or where the state is not told. */
    public CustomerParticulars(
            String name, String country, String language, String timeZone, String segment, String address) {
        this(name, country, language, timeZone, segment, address, "");
    }

    public CustomerParticulars {
        if (!country.isEmpty() && country.length() != 2) {
            throw new IllegalArgumentException(country + " is not a country code of two letters");
        }
        if (!state.isEmpty() && !state.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(state + " is not a state in two capital letters");
        }
        if (!language.isEmpty() && language.length() != 2) {
            throw new IllegalArgumentException(language + " is not a language code of two letters");
        }
    }
}
