package org.quittance.core.ledger;

/**
 * An address in its parts, as payment orders want it; the country stands beside it.
 *
 * <p>Example: {@code new PostalAddress("Rue du Lac", "1268", "2501", "Biel")}.
 *
 * <p>Invariant: no part is longer than the Swiss QR-bill allows (SIX, Implementation Guidelines QR-bill 2.3, structured address).
 */
public record PostalAddress(String street, String houseNumber, String postalCode, String town) {

    /** Nothing of it is known. */
    public static final PostalAddress NONE = new PostalAddress("", "", "", "");

    /** Characters of the street. */
    public static final int LONGEST_STREET = 70;

    /** Characters of a house number, and of a postal code. */
    public static final int LONGEST_NUMBER = 16;

    /** Characters of the town. */
    public static final int LONGEST_TOWN = 35;

    public PostalAddress {
        if (street.length() > LONGEST_STREET
                || houseNumber.length() > LONGEST_NUMBER
                || postalCode.length() > LONGEST_NUMBER
                || town.length() > LONGEST_TOWN) {
            throw new IllegalArgumentException("a part of the address in %s is too long".formatted(town));
        }
    }

    /** Whether a payment order can name it: without postal code and town it is none. */
    public boolean isComplete() {
        return !postalCode.isBlank() && !town.isBlank();
    }
}
