package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.core.ledger.Postcode;

/**
 * Where a letter on paper goes.
 *
 * @param name of the customer
 * @param contact for whose attention; empty for nobody's
 * @param lines of the address, without name and country; at least one
 * @param country ISO 3166-1 alpha-2, or empty
 */
public record PostalAddressee(String name, String contact, List<String> lines, String country) {

    public PostalAddressee {
        requireNonNull(contact, "contact");
        requireNonNull(country, "country");
        lines = List.copyOf(lines);
        if (name.isBlank() || lines.isEmpty()) {
            throw new IllegalArgumentException("a letter needs a name and an address");
        }
    }

    /** Empty where the address has none. */
    public String postcode() {
        return Postcode.in(lines, country);
    }
}
