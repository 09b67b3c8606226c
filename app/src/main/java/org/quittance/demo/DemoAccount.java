package org.quittance.demo;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;

/**
 * A customer in one legal entity.
 *
 * @param limitMinor in the entity's currency
 * @param portfolio the name of the portfolio that it is in
 * @param invoicesAMonth on average
 * @param usualMinor what an invoice is usually for
 */
public record DemoAccount(
        DemoCustomer customer,
        DemoEntity entity,
        int termsDays,
        long limitMinor,
        String portfolio,
        double invoicesAMonth,
        long usualMinor) {

    /** What its terms let it take off; null where they grant nothing. */
    @Nullable
    CashDiscount discount() {
        return customer.character() == PayerCharacter.EARLY_DISCOUNT ? PayerCharacter.DISCOUNT : null;
    }

    Key key() {
        return new Key(entity, customer.number());
    }

    /** What tells an account from all others: the customer has its one number in every entity. */
    public record Key(DemoEntity entity, String number) {

        @Override
        public String toString() {
            return entity.code() + "-" + number;
        }
    }
}
