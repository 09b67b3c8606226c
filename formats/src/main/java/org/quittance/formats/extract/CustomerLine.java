package org.quittance.formats.extract;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.money.Money;

/**
 * A customer of an extract of customers.
 *
 * @param entity the company code; empty where neither the file nor the defaults name one
 * @param state two capital letters as written; empty where none are told
 * @param trait who the customer is before the law, as written; empty where it is not told
 * @param terms the terms of payment as written
 * @param currency the currency of the account; null where none is told
 * @param creditLimit null where none is told
 * @param discount that the terms grant; null where they grant none
 * @param virtualAccount the account number at the company's bank that only this customer pays to, without blanks; empty where none is told
 */
public record CustomerLine(
        long line,
        String entity,
        CustomerDetails customer,
        String state,
        String trait,
        String terms,
        @Nullable Currency currency,
        @Nullable Money creditLimit,
        @Nullable CashDiscount discount,
        String virtualAccount)
        implements ExtractLine {

    public CustomerLine {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trait, "trait");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(virtualAccount, "virtualAccount");
    }
}
