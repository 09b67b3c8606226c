package org.quittance.ledger;

/**
 * A company of the group that is owed.
 *
 * @param currency ISO 4217, of its books and of its accounts' limits
 * @param country ISO 3166, whose holidays and law apply
 * @param customerMaster entities with the same customer master share customer numbers
 * @param address lines as printed on letters
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
        String bic) {}
