package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Explanation.Left;
import org.quittance.core.cash.Explanation.Share;
import org.quittance.core.cash.MatchPolicy.Discount;
import org.quittance.core.cash.MatchPolicy.Limits;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.money.Money;

/**
 * Why a payment is less than the items that it names, and what becomes of the rest.
 *
 * <p>Exact reasons first: the discount of the terms, to the minor unit; what the bank says that it kept; an amount that the text names.
 * Then what the policy gives up: the cost of a change of currency, a small difference. A discount that was taken too late and what the
 * payer deducts stay open, with the reason; so does what is tolerated and not given up.
 *
 * @param confidence how sure it is that the payment is for all these items
 */
record Shortfall(List<Left> left, double confidence, Evidence evidence) {

    private static final double DISCOUNT = 0.99;
    private static final double CHARGE = 0.99;
    private static final double DEDUCTION = 0.98;
    private static final double EXCHANGE = 0.97;
    private static final double TOLERANCE = 0.99;

    /** A change of currency, a discount or a charge costs a part of the amount, and not most of it. */
    private static final int LEAST_TIMES = 4;

    Shortfall {
        left = List.copyOf(left);
    }

    /** The reasons that explain what is missing to the minor unit. */
    static Optional<Shortfall> exact(Case it, List<Integer> positions, long missing) {
        if (missing <= 0 || missing * LEAST_TIMES > it.amount()) {
            return Optional.empty();
        }
        return discount(it, positions, missing)
                .or(() -> charge(it, positions, missing))
                .or(() -> deduction(it, positions, missing));
    }

    /** What is near enough: the change of a currency, or the tolerance, in either direction. */
    static Optional<Shortfall> near(Case it, List<Integer> positions, long missing) {
        Limits limits = it.policy.limitsIn(it.payment.amount().currency());
        Money sent = it.payment.sent();
        boolean changed =
                sent != null && !sent.currency().equals(it.payment.amount().currency());
        if (sent != null
                && changed
                && missing > 0
                && missing <= limits.exchangeDifferenceMinor()
                && missing * LEAST_TIMES <= it.amount()) {
            String sentence =
                    "%s less, for a payment that was sent in %s".formatted(it.money(missing), sent.currency());
            return Optional.of(new Shortfall(
                    onLargest(it, positions, Difference.Kind.EXCHANGE_DIFFERENCE, missing, ""),
                    EXCHANGE,
                    Evidence.of(Kind.EXCHANGE_DIFFERENCE, null, sentence)));
        }
        if (missing == 0 || Math.abs(missing) > it.tolerance()) {
            return Optional.empty();
        }
        boolean givenUp = missing > 0 && missing <= limits.smallDifferenceMinor();
        String sentence = missing < 0
                ? "The difference is within the tolerance: the rest goes on account"
                : "The difference is within the tolerance: " + (givenUp ? "it is given up" : "the rest stays open");
        return Optional.of(new Shortfall(
                givenUp ? onLargest(it, positions, Difference.Kind.SMALL_DIFFERENCE, missing, "") : List.of(),
                TOLERANCE,
                Evidence.of(Kind.WITHIN_TOLERANCE, null, sentence)));
    }

    /** What is open of each item less what is left of it; a rest without a reason stays with the largest. */
    List<Share> shares(Case it, List<Integer> positions, long missing) {
        long explained = left.stream().mapToLong(Left::amountMinor).sum();
        int largest = largest(it, positions);
        List<Share> shares = new ArrayList<>();
        for (int position : positions) {
            long own = left.stream()
                    .filter(one -> one.position() == position)
                    .mapToLong(Left::amountMinor)
                    .sum();
            long rest = position == largest ? Math.max(0, missing - explained) : 0;
            shares.add(new Share(position, it.open(position) - own - rest));
        }
        return shares;
    }

    private static Optional<Shortfall> discount(Case it, List<Integer> positions, long missing) {
        Discount policy = it.policy.discount();
        Set<CashDiscount> taken = new HashSet<>();
        List<Left> granted = new ArrayList<>();
        List<Left> late = new ArrayList<>();
        for (int position : positions) {
            Candidate item = it.item(position);
            CashDiscount terms = policy.granted(item.terms()).orElse(null);
            long discount = terms == null ? 0 : terms.of(Math.max(0, it.open(position)));
            if (terms == null || discount == 0) {
                continue;
            }
            taken.add(terms);
            long days = policy.daysLate(terms, item.documentDate(), it.payment.valueDate());
            if (days == 0) {
                granted.add(new Left(position, Difference.Kind.CASH_DISCOUNT, discount, ""));
            } else {
                String reason = "Discount taken %d days late".formatted(days);
                late.add(new Left(position, Difference.Kind.DEDUCTION, discount, reason));
            }
        }
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        if (sum(granted) == missing) {
            return Optional.of(discounted(granted, taken, "taken within the terms"));
        }
        granted.addAll(late);
        return sum(granted) == missing
                ? Optional.of(discounted(granted, taken, "taken, some of it too late: that stays open"))
                : Optional.empty();
    }

    private static Shortfall discounted(List<Left> left, Set<CashDiscount> taken, String how) {
        String rate = taken.size() == 1 ? taken.iterator().next().percent() + " %" : "the items' terms";
        String sentence = "What is missing is exactly the discount of %s, %s".formatted(rate, how);
        return new Shortfall(left, DISCOUNT, Evidence.of(Kind.CASH_DISCOUNT, null, sentence));
    }

    private static Optional<Shortfall> charge(Case it, List<Integer> positions, long missing) {
        if (it.payment.chargesMinor() != missing) {
            return Optional.empty();
        }
        boolean givenUp =
                missing <= it.policy.limitsIn(it.payment.amount().currency()).bankChargeMinor();
        String sentence = "What is missing is exactly the %s that the bank says it kept".formatted(it.money(missing));
        return Optional.of(new Shortfall(
                givenUp
                        ? onLargest(it, positions, Difference.Kind.BANK_CHARGE, missing, "")
                        : onLargest(it, positions, Difference.Kind.DEDUCTION, missing, "Bank charges above the limit"),
                CHARGE,
                Evidence.of(Kind.BANK_CHARGE, null, sentence + (givenUp ? "" : ": more than may be given up"))));
    }

    /** The payer writes how much is kept back; the words around it are the reason. */
    private static Optional<Shortfall> deduction(Case it, List<Integer> positions, long missing) {
        return AmountInText.find(it.payment.remittanceText(), it.money(missing))
                .map(found -> new Shortfall(
                        onLargest(it, positions, Difference.Kind.DEDUCTION, missing, found.reason()),
                        DEDUCTION,
                        new Evidence(
                                Kind.DEDUCTION,
                                found.start(),
                                found.end(),
                                null,
                                "What is missing is an amount in the text: it stays open as a deduction")));
    }

    /** On the largest of the items if it bears it and something is still paid of it; else it is no difference of one item. */
    private static List<Left> onLargest(
            Case it, List<Integer> positions, Difference.Kind kind, long missing, String reason) {
        int largest = largest(it, positions);
        return it.open(largest) > missing ? List.of(new Left(largest, kind, missing, reason)) : List.of();
    }

    private static int largest(Case it, List<Integer> positions) {
        return positions.stream()
                .max(Comparator.<Integer>comparingLong(it::open).thenComparingInt(p -> p))
                .orElseThrow();
    }

    private static long sum(List<Left> left) {
        return left.stream().mapToLong(Left::amountMinor).sum();
    }
}
