package org.quittance.ledger;

import java.time.LocalDate;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * Money received for an account, about to become its on-account credit.
 *
 * @param document what tells this payment from every other of the account: the bank's reference, or the statement and line
 * @param receivedOn the day on which the money came
 * @param amount positive
 * @param postedOn from which business date on the account has the credit; later than the receipt where the payment was with another
 *     account before
 */
public record CreditDraft(
        AccountId account,
        String source,
        String document,
        LocalDate receivedOn,
        Money amount,
        String reference,
        String memo,
        LocalDate postedOn) {

    public CreditDraft {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A payment received of " + amount);
        }
    }

    /** Of the day on which it came. */
    public CreditDraft(
            AccountId account,
            String source,
            String document,
            LocalDate receivedOn,
            Money amount,
            String reference,
            String memo) {
        this(account, source, document, receivedOn, amount, reference, memo, receivedOn);
    }
}
