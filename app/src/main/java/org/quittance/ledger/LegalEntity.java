package org.quittance.ledger;

import org.quittance.core.ledger.PostalAddress;

/**
 * A company of the group that is owed.
 *
 * @param currency ISO 4217, of its books and of its accounts' limits
 * @param country ISO 3166, whose holidays and law apply
 * @param customerMaster entities with the same customer master share customer numbers
 * @param address lines as printed on letters
 * @param postal the same in parts, as a QR-bill wants it; {@link PostalAddress#NONE} where nobody has entered it
 */
public record LegalEntity(
        long id,
        String code,
        String name,
        String currency,
        String country,
        String language,
        String customerMaster,
        String address,
        String email,
        String iban,
        String bic,
        PostalAddress postal) {

    /** One whose address is known in lines only. */
    public LegalEntity(
            long id,
            String code,
            String name,
            String currency,
            String country,
            String language,
            String customerMaster,
            String address,
            String email,
            String iban,
            String bic) {
        this(
                id,
                code,
                name,
                currency,
                country,
                language,
                customerMaster,
                address,
                email,
                iban,
                bic,
                PostalAddress.NONE);
    }
}
