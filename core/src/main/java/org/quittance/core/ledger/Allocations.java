package org.quittance.core.ledger;

import static org.quittance.core.ledger.AllocationRefusal.ACCOUNT_DIFFERS;
import static org.quittance.core.ledger.AllocationRefusal.CURRENCY_DIFFERS;
import static org.quittance.core.ledger.AllocationRefusal.EXCEEDS_CREDIT;
import static org.quittance.core.ledger.AllocationRefusal.EXCEEDS_DEBIT;
import static org.quittance.core.ledger.AllocationRefusal.NOT_A_CREDIT;
import static org.quittance.core.ledger.AllocationRefusal.NOT_A_DEBIT;
import static org.quittance.core.ledger.AllocationRefusal.NOT_POSITIVE;

import java.util.Optional;
import org.quittance.core.money.Money;

/**
 * Decides whether a credit may be applied to a debit, and what to post.
 *
 * <p>Example: 40.00 of a payment of 100.00 applied to an invoice of 40.00 posts +40.00 to the payment and -40.00 to the invoice.
 * Invariant: what is posted sums to zero and carries neither item past zero.
 */
public final class Allocations {

    private Allocations() {}

    /**
     * Applies an amount of the credit to the debit.
     *
     * @param credit as it stands on the posting's date; where the entry is dated back, open with
     *     {@link LedgerView#availableFrom what the later days leave}
     * @param debit likewise
     * @param amount how much to apply, a positive amount
     */
    public static AllocationOutcome allocate(OpenItem credit, OpenItem debit, Money amount) {
        return refusal(credit, debit, amount)
                .<AllocationOutcome>map(AllocationOutcome.Refused::new)
                .orElseGet(() -> new AllocationOutcome.Allocated(
                        new Delta(credit.id(), amount), new Delta(debit.id(), amount.negated())));
    }

    private static Optional<AllocationRefusal> refusal(OpenItem credit, OpenItem debit, Money amount) {
        if (credit.isDebit()) {
            return Optional.of(NOT_A_CREDIT);
        }
        if (!debit.isDebit()) {
            return Optional.of(NOT_A_DEBIT);
        }
        if (!credit.account().equals(debit.account())) {
            return Optional.of(ACCOUNT_DIFFERS);
        }
        if (!sameCurrency(credit.open(), amount) || !sameCurrency(debit.open(), amount)) {
            return Optional.of(CURRENCY_DIFFERS);
        }
        if (!amount.isPositive()) {
            return Optional.of(NOT_POSITIVE);
        }
        if (amount.compareTo(credit.open().negated()) > 0) {
            return Optional.of(EXCEEDS_CREDIT);
        }
        if (amount.compareTo(debit.open()) > 0) {
            return Optional.of(EXCEEDS_DEBIT);
        }
        return Optional.empty();
    }

    private static boolean sameCurrency(Money one, Money other) {
        return one.currency().equals(other.currency());
    }
}
