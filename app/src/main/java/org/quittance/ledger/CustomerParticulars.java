package org.quittance.ledger;

/**
 * What is known of a customer in whatever legal entity.
 *
 * @param country ISO 3166; empty where it is not told
 * @param language ISO 639, in which it is written to; empty where it is not told
 * @param timeZone of its working day: {@code Europe/Berlin}
 * @param segment how the company groups its customers, in its own words
 * @param address lines as printed on letters
 */
public record CustomerParticulars(
        String name, String country, String language, String timeZone, String segment, String address) {

    public CustomerParticulars {
        if (!country.isEmpty() && country.length() != 2) {
            throw new IllegalArgumentException(country + " is not a country code of two letters");
        }
        if (!language.isEmpty() && language.length() != 2) {
            throw new IllegalArgumentException(language + " is not a language code of two letters");
        }
    }
}
