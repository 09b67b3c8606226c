package org.quittance.ledger;

import java.time.LocalDate;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * Money received for an account, about to become its on-account credit.
 *
 * @param document what tells this payment from every other of the account: the bank's reference, or the statement and line
 * @param amount positive
 */
public record CreditDraft(
        AccountId account,
        String source,
        String document,
        LocalDate receivedOn,
        Money amount,
        String reference,
        String memo) {

    public CreditDraft {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A payment received of " + amount);
        }
    }
}
