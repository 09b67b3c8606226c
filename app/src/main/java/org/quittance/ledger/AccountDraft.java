package org.quittance.ledger;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;

/**
 * What was agreed with a customer in one legal entity, as a file tells of it. What is null is not told.
 *
 * @param number the customer's number in the entity
 * @param limitMinor in the entity's currency
 * @param discount that its terms grant
 * @param virtualAccount the account number at the company's bank that only this customer pays to; empty where none is told
 */
public record AccountDraft(
        long customerId,
        long entityId,
        String number,
        @Nullable Integer termsDays,
        @Nullable Long limitMinor,
        @Nullable Long portfolioId,
        @Nullable CashDiscount discount,
        String virtualAccount) {

    /** Of which neither a discount nor a virtual account is told. */
    public AccountDraft(
            long customerId,
            long entityId,
            String number,
            @Nullable Integer termsDays,
            @Nullable Long limitMinor,
            @Nullable Long portfolioId) {
        this(customerId, entityId, number, termsDays, limitMinor, portfolioId, null, "");
    }
}
