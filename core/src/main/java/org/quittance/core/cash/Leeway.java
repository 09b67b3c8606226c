package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.money.Money;

/**
 * How much of the items of a payment a person may give up, and on whose word.
 *
 * <p>Three say so: the matcher, which has proposed it; the legal entity's policy, which lets the matcher give up as much; and the person's own
 * authority, which is that of a write-off. A cash discount is what the terms grant on the day of the payment, whatever the authority: who wants to
 * give up more calls it a small difference. A deduction gives nothing up, and has no limit.
 *
 * <p>Example: on terms of 2 % within ten days an invoice of 100.00 paid with 98.00 on the ninth day may have a discount of up to 2.00.
 *
 * @param proposed differences that the matcher proposed for the payment
 * @param policy of the entity, as it was valid when the payment was booked
 * @param paidOn the value date of the payment
 * @param keptByBankMinor what the bank says that it kept of the payment; 0 where it says nothing
 * @param aloneMinor up to which sum the person gives up without a second one
 */
public record Leeway(
        List<Difference> proposed, MatchPolicy policy, LocalDate paidOn, long keptByBankMinor, long aloneMinor) {

    public Leeway {
        proposed = List.copyOf(proposed);
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(paidOn, "paidOn");
    }

    /** What the terms grant of an item on the day of the payment, in minor units. */
    public long discountMinor(Money open, Terms terms) {
        return policy.discount()
                .granted(terms)
                .filter(discount -> policy.discount().daysLate(discount, terms.documentDate(), paidOn) == 0)
                .map(discount -> discount.of(Math.max(0, open.minor())))
                .orElse(0L);
    }

    /**
     * What the desk offers to call something that is missing: a discount or a charge of exactly this amount, or a difference that the policy
     * does not ask for; empty where it stays open unless a person says otherwise.
     */
    public Optional<Difference.Kind> offer(Money open, Terms terms, long missingMinor) {
        if (missingMinor <= 0) {
            return Optional.empty();
        }
        MatchPolicy.Limits limits = policy.limitsIn(open.currency());
        if (missingMinor == discountMinor(open, terms)) {
            return Optional.of(Difference.Kind.CASH_DISCOUNT);
        }
        if (missingMinor == keptByBankMinor && missingMinor <= limits.bankChargeMinor()) {
            return Optional.of(Difference.Kind.BANK_CHARGE);
        }
        return missingMinor <= limits.smallDifferenceMinor()
                ? Optional.of(Difference.Kind.SMALL_DIFFERENCE)
                : Optional.empty();
    }

    /** Whether the person may credit so much more for a payment than it was worth; less gives nothing up. */
    boolean coversExchange(Money cost) {
        return cost.minor() <= Math.max(policy.limitsIn(cost.currency()).exchangeDifferenceMinor(), aloneMinor);
    }

    boolean isProposed(Difference difference) {
        return proposed.stream()
                .anyMatch(one ->
                        one.subject().equals(difference.subject()) && one.amountMinor() >= difference.amountMinor());
    }

    /** Whether it is a discount that neither the matcher has proposed nor the terms grant. */
    boolean isDiscountBeyondTerms(Difference difference, Assignments.Target target) {
        return difference.kind() == Difference.Kind.CASH_DISCOUNT
                && !isProposed(difference)
                && difference.amountMinor() > discountMinor(target.open(), target.terms());
    }

    /**
     * Whether what is given up is within the policy or the person's authority. The policy's limits are those of a payment: what exceeds one
     * counts whole against the authority, so that no number of lines makes a small difference large.
     */
    boolean covers(Money money, List<Difference> differences) {
        MatchPolicy.Limits limits = policy.limitsIn(money.currency());
        Map<Difference.Kind, Long> own = differences.stream()
                .filter(difference -> !isProposed(difference))
                .collect(Collectors.groupingBy(Difference::kind, Collectors.summingLong(Difference::amountMinor)));
        long beyondPolicy = 0;
        for (Map.Entry<Difference.Kind, Long> one : own.entrySet()) {
            long allowed = switch (one.getKey()) {
                case BANK_CHARGE -> limits.bankChargeMinor();
                case SMALL_DIFFERENCE -> limits.smallDifferenceMinor();
                case EXCHANGE_DIFFERENCE -> limits.exchangeDifferenceMinor();
                // Each was held against the terms of its own item.
                case CASH_DISCOUNT, DEDUCTION -> Long.MAX_VALUE;
            };
            beyondPolicy = Math.addExact(beyondPolicy, one.getValue() > allowed ? one.getValue() : 0);
        }
        return beyondPolicy <= aloneMinor;
    }
}
