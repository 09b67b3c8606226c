package org.quittance.collections.interest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Debtor;

/**
 * What the law on late payment lets us charge an account for at the end of a day.
 *
 * @param debtor whether the law takes the customer for a business
 * @param interest null where no scheme holds in the country of the entity
 */
public record InterestView(
        Owed account,
        LocalDate asOf,
        Debtor debtor,
        @Nullable AccountInterest interest) {

    /**
     * The account, and which entity is owed.
     *
     * @param entityCountry two letters (ISO 3166)
     */
    public record Owed(
            long accountId,
            String accountNumber,
            long customerId,
            String customerName,
            String entityCode,
            String entityName,
            String entityCountry) {}
}
