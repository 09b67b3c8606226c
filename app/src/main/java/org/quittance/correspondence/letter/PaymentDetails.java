package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import org.quittance.core.ledger.PostalAddress;

/**
 * Where to pay.
 *
 * @param holder the name on the account
 * @param iban the IBAN, or the account number of a country without it; empty where the customer is not told an account
 * @param bic may be empty
 * @param address of the holder, in parts; incomplete where only the printed lines are known
 * @param country of the holder, ISO 3166-1 alpha-2; empty where it is not known
 */
public record PaymentDetails(String holder, String iban, String bic, PostalAddress address, String country) {

    /** Where nothing but the account is known. */
    public PaymentDetails(String holder, String iban, String bic) {
        this(holder, iban, bic, PostalAddress.NONE, "");
    }

    public PaymentDetails {
        requireNonNull(holder, "holder");
        iban = iban.replace(" ", "");
        requireNonNull(bic, "bic");
        requireNonNull(address, "address");
        requireNonNull(country, "country");
    }

    public boolean isKnown() {
        return !iban.isEmpty();
    }

    /** Whether it has the form of an IBAN; the check digits are the bank's affair. */
    public boolean isIban() {
        return iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}");
    }

    /** In groups of four, as printed on paper; an account number that is no IBAN stays as it is. */
    public String printed() {
        return isIban() ? iban.replaceAll("(.{4})(?!$)", "$1 ") : iban;
    }
}
