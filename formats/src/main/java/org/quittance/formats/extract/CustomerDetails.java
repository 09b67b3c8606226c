package org.quittance.formats.extract;

import java.util.Objects;

/**
 * What a line says about its customer; what it does not say is empty.
 *
 * @param number as the source numbers its customers, leading zeros kept
 * @param payer the number of the customer who pays, where it is another one
 * @param mobile as written; whether text messages can go there is seen when it is taken
 * @param country as written: a code or a name
 */
public record CustomerDetails(
        String number,
        String name,
        String payer,
        String email,
        String phone,
        String mobile,
        String street,
        String postalCode,
        String city,
        String country,
        String language,
        String taxNumber) {

    public CustomerDetails {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
        if (number.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("a customer has a number or a name");
        }
    }

    /** What tells the customer from all others of the source: the number, or the name where there are no numbers. */
    public String key() {
        return number.isEmpty() ? name : number;
    }
}
