package org.quittance.core.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.quittance.core.interest.LateCharge.Chargeable;
import org.quittance.core.interest.LateCharge.NotChargeable;
import org.quittance.core.interest.LateCharge.Reason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What the overdue items of one account carry at a day by the law on late payment, item by item, with what was given up of it.
 *
 * <p>Interest is rounded half up once for each item, and the sums are sums of these. What was waived of an item is taken off what it carries
 * at any later day: what accrues after a waiver is due again.
 *
 * @param asOf the last day that bears interest
 * @param lines the item that is longest overdue first
 */
public record AccountInterest(LatePaymentScheme scheme, LocalDate asOf, List<Line> lines) {

    private static final Comparator<LateItem> OLDEST_FIRST = Comparator.comparing(
                    (LateItem late) -> late.item().dueDate())
            .thenComparingLong(late -> late.item().id().value());

    /** Who owes. */
    public enum Debtor {
        BUSINESS,
        PERSON
    }

    /** One item, with what it carries and what of that was given up. */
    public record Line(OpenItem item, LateCharge charge, Money waivedInterest, Money waivedCompensation) {

        public Line {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(charge, "charge");
        }

        public Money interest() {
            return charge instanceof Chargeable chargeable
                    ? chargeable.interest()
                    : Money.zero(waivedInterest.currency());
        }

        public Money compensation() {
            return charge instanceof Chargeable chargeable
                    ? chargeable.compensation()
                    : Money.zero(waivedInterest.currency());
        }

        /** What is left of the interest; never below zero. */
        public Money dueInterest() {
            return less(interest(), waivedInterest);
        }

        public Money dueCompensation() {
            return less(compensation(), waivedCompensation);
        }

        public Money due() {
            return dueInterest().plus(dueCompensation());
        }

        /** The days, amounts and rates behind the interest; none where nothing is chargeable. */
        public List<InterestPeriod> periods() {
            return charge instanceof Chargeable chargeable ? chargeable.periods() : List.of();
        }

        private static Money less(Money carried, Money waived) {
            Money left = carried.minus(waived);
            return left.isNegative() ? Money.zero(left.currency()) : left;
        }
    }

    public AccountInterest {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(asOf, "asOf");
        lines = List.copyOf(lines);
    }

    /** Of the overdue debits among the items. */
    public static AccountInterest of(
            LatePaymentScheme scheme, List<LateItem> items, Debtor debtor, ReferenceRates rates, LocalDate asOf) {
        List<Line> lines = items.stream()
                .filter(late -> late.item().isDebit() && late.item().daysPastDue(asOf) > 0)
                .sorted(OLDEST_FIRST)
                .map(late -> new Line(
                        late.item(),
                        charge(scheme, late, debtor, rates, asOf),
                        late.waivedInterest(),
                        late.waivedCompensation()))
                .toList();
        return new AccountInterest(scheme, asOf, lines);
    }

    private static LateCharge charge(
            LatePaymentScheme scheme, LateItem late, Debtor debtor, ReferenceRates rates, LocalDate asOf) {
        if (debtor == Debtor.PERSON) {
            return new NotChargeable(Reason.NOT_A_BUSINESS);
        }
        if (!late.isAPrice()) {
            return new NotChargeable(Reason.NOT_A_PRICE);
        }
        return late.isAgreed()
                ? new NotChargeable(Reason.AGREED)
                : scheme.charge(late.debt(), asOf, rates, InterestRounding.ON_THE_TOTAL);
    }

    public Money interest() {
        return sum(Line::interest);
    }

    public Money compensation() {
        return sum(Line::compensation);
    }

    /** All that is left to be claimed. */
    public Money due() {
        return sum(Line::due);
    }

    /** What was given up of what the items carry. */
    public Money waived() {
        return interest().plus(compensation()).minus(due());
    }

    /** The lines of which something can be claimed. */
    public List<Line> claimable() {
        return lines.stream().filter(line -> line.due().isPositive()).toList();
    }

    private Money sum(Function<Line, Money> amount) {
        return lines.stream().map(amount).reduce(Money.zero(scheme.currency()), Money::plus);
    }

    /** What is given up of one item. */
    public record Part(ItemId item, Money interest, Money compensation) {

        public Money total() {
            return interest.plus(compensation);
        }
    }

    /**
     * Spreads an amount that is given up over lines, the oldest first, and of each the interest before the fixed sum.
     *
     * @param amount at most what is due of the lines
     * @throws IllegalArgumentException for more than is due, or nothing
     */
    public static List<Part> spread(List<Line> lines, Money amount) {
        Money left = amount;
        List<Part> parts = new ArrayList<>();
        for (Line line : lines) {
            Money interest = least(left, line.dueInterest());
            left = left.minus(interest);
            Money compensation = least(left, line.dueCompensation());
            left = left.minus(compensation);
            Part part = new Part(line.item().id(), interest, compensation);
            if (part.total().isPositive()) {
                parts.add(part);
            }
        }
        if (!amount.isPositive() || !left.isZero()) {
            throw new IllegalArgumentException("%s cannot be given up: %s of it is not due".formatted(amount, left));
        }
        return parts;
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
