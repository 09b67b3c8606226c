package org.quittance.core.collections;

import java.util.Currency;
import org.quittance.core.money.Money;

/**
 * What an account owes in one currency. Amounts are never negative; {@code credits} is what it has on account.
 *
 * @param overdue open debits past their due date, disputed and promised parts included
 * @param notYetDue open debits due today or later, those due soon included
 * @param dueSoon of these, the debits due within the policy's days
 * @param disputed of all open debits
 * @param promised of all open debits, by promises that are still open
 * @param chaseable of the overdue debits, what is neither disputed nor promised nor to be given up
 * @param rollingOver of all open debits, the chaseable part that enters the next ageing band within the policy's days
 * @param credits what is unapplied
 */
public record CurrencyStanding(
        Currency currency,
        Money overdue,
        Money notYetDue,
        Money dueSoon,
        Money disputed,
        Money promised,
        Money chaseable,
        Money rollingOver,
        Money credits,
        int itemsOverdue,
        int itemsDueSoon) {

    /** What is owed in all, less what is on account. */
    public Money balance() {
        return overdue.plus(notYetDue).minus(credits);
    }

    /** Whether the cash on account would settle everything that could be chased. */
    public boolean isCoveredByCredits() {
        return chaseable.isPositive() && credits.compareTo(chaseable) >= 0;
    }
}
