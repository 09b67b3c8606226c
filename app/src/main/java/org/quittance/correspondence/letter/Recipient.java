package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.core.ledger.CustomerId;

/**
 * The customer who is written to.
 *
 * @param number the customer number that both sides know
 * @param address as printed, a line each, without the name
 * @param contact the person addressed; empty where none is known, and the salutation is the general one
 * @param country ISO 3166-1 alpha-2, or empty; decides how numbers and dates are written
 */
public record Recipient(
        CustomerId customer, String number, String name, List<String> address, String contact, String country) {

    public Recipient {
        requireNonNull(customer, "customer");
        requireNonNull(number, "number");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a letter needs the name of the customer " + number);
        }
        address = List.copyOf(address);
        requireNonNull(contact, "contact");
        requireNonNull(country, "country");
    }
}
