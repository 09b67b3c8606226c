package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.money.Money;

/**
 * What the company lets the matcher do on its own.
 *
 * <p>How far a payment may miss the items that it names and still be known for theirs, and how much may be given up of them without a
 * person, are two things: the first finds, the second costs money. What is tolerated and not given up stays open.
 *
 * @param applyFrom the confidence from which a match is applied without a person
 * @param proposeFrom the confidence from which it is worth showing
 * @param limits of every currency that has none of its own
 * @param limitsByCurrency in minor units of the currency
 * @param tolerancePerMillion the tolerance in millionths of the payment; the smaller of both rules
 * @param discount the terms on which a payer may take discount
 * @param sequence which of several items is paid first where a payment is less than all of them
 * @param earlyDays how many days before the date of an item a payment may arrive that does not name it exactly
 * @param lookBackDays how old an item may be to be found by amount or by a damaged number
 * @param subsetItems of how many open items at most a sum is sought without a reference
 * @param allowed what may be applied at all; anything else is proposed
 */
public record MatchPolicy(
        double applyFrom,
        double proposeFrom,
        Limits limits,
        Map<Currency, Limits> limitsByCurrency,
        long tolerancePerMillion,
        Discount discount,
        Sequence sequence,
        int earlyDays,
        int lookBackDays,
        int subsetItems,
        Set<Allowance> allowed) {

    /** Kinds of match that a company may or may not want applied without a person. */
    public enum Allowance {
        /** Less than the items named: the rest stays open. */
        PART_PAYMENT,
        /** More than the items named: the rest goes on account. */
        OVERPAYMENT,
        /** The payer is known and one item alone has the amount, without any number in the text. */
        AMOUNT_ALONE,
        /** A credit note that the payer took without naming it. */
        CREDIT_NOTE_TAKEN,
        /** The only set of items that has the sum. */
        SUBSET
    }

    /**
     * Amounts in minor units of one currency.
     *
     * @param toleranceMinor how much a payment may miss the items that it names and still count as their whole amount
     * @param smallDifferenceMinor up to which sum that is given up as not worth asking for
     * @param bankChargeMinor up to which sum what the bank says that it kept is given up
     * @param exchangeDifferenceMinor up to which sum is given up what the change of a payment sent in another currency has cost
     */
    public record Limits(
            long toleranceMinor, long smallDifferenceMinor, long bankChargeMinor, long exchangeDifferenceMinor) {

        public Limits {
            if (Math.min(
                            Math.min(toleranceMinor, smallDifferenceMinor),
                            Math.min(bankChargeMinor, exchangeDifferenceMinor))
                    < 0) {
                throw new IllegalArgumentException("a limit is negative");
            }
            if (smallDifferenceMinor > toleranceMinor) {
                throw new IllegalArgumentException("more is given up as a small difference than is tolerated");
            }
        }

        /** The same in a unit that is so many times finer. */
        Limits finer(long times) {
            return new Limits(
                    Math.multiplyExact(toleranceMinor, times),
                    Math.multiplyExact(smallDifferenceMinor, times),
                    Math.multiplyExact(bankChargeMinor, times),
                    Math.multiplyExact(exchangeDifferenceMinor, times));
        }
    }

    /**
     * Cash discount where an item's own terms are not known.
     *
     * @param basisPoints hundredths of a per cent; 0 where there is none
     * @param days after the document's date within which it may be taken
     * @param graceDays for so many days more it is granted all the same, by an item's own terms too
     */
    public record Discount(int basisPoints, int days, int graceDays) {

        /** No terms grant any. */
        public static final Discount NONE = new Discount(0, 0, 0);

        public Discount {
            if (basisPoints < 0 || basisPoints >= 10_000 || days < 0 || graceDays < 0) {
                throw new IllegalArgumentException(
                        "a discount of %d basis points within %d and %d days".formatted(basisPoints, days, graceDays));
            }
        }

        /** The discount that counts for an item of these terms; empty where nothing is granted. */
        Optional<CashDiscount> granted(Terms terms) {
            return Optional.ofNullable(terms.discount())
                    .or(() -> basisPoints == 0 ? Optional.empty() : Optional.of(new CashDiscount(basisPoints, days)));
        }

        /** How many days after the end of terms and grace a payment came; 0 where it came in time. */
        long daysLate(CashDiscount terms, LocalDate documentDate, LocalDate paid) {
            return Math.max(0, paid.toEpochDay() - documentDate.toEpochDay() - terms.days() - graceDays);
        }
    }

    /** Which of several items is paid first. */
    public enum Sequence {
        OLDEST_DUE("The longest due first", Comparator.comparing(Candidate::dueDate)),
        NEWEST_DUE(
                "The last due first", Comparator.comparing(Candidate::dueDate).reversed()),
        LARGEST(
                "The largest first",
                Comparator.comparingLong(Candidate::openMinor).reversed()),
        SMALLEST("The smallest first", Comparator.comparingLong(Candidate::openMinor));

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // A comparator of values, without state.
        private final Comparator<Candidate> order;

        Sequence(String label, Comparator<Candidate> order) {
            this.label = label;
            this.order = order.thenComparingLong(item -> item.item().value());
        }

        public String label() {
            return label;
        }

        Comparator<Candidate> order() {
            return order;
        }
    }

    public MatchPolicy {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(sequence, "sequence");
        limitsByCurrency = Map.copyOf(limitsByCurrency);
        allowed = Set.copyOf(allowed);
        if (!(0 <= proposeFrom && proposeFrom <= applyFrom && applyFrom <= 1)) {
            throw new IllegalArgumentException(
                    "propose from %s and apply from %s: both lie between 0 and 1, in this order"
                            .formatted(proposeFrom, applyFrom));
        }
        if (tolerancePerMillion < 0 || earlyDays < 0 || lookBackDays < 0 || subsetItems < 0) {
            throw new IllegalArgumentException("a tolerance, a number of days or of items is negative");
        }
    }

    /**
     * Careful, and right for most: a thousandth but at most fifty euros of tolerance, one of which is given up; a year of look-back; no
     * discount, as long as nobody has said on which terms.
     */
    public static MatchPolicy standard() {
        return new MatchPolicy(
                0.95,
                0.40,
                new Limits(5_000, 100, 500, 500),
                Map.of(),
                1_000,
                Discount.NONE,
                Sequence.OLDEST_DUE,
                14,
                400,
                30,
                Set.of(Allowance.values()));
    }

    /** The same with other allowances. */
    public MatchPolicy allowing(Set<Allowance> others) {
        return new MatchPolicy(
                applyFrom,
                proposeFrom,
                limits,
                limitsByCurrency,
                tolerancePerMillion,
                discount,
                sequence,
                earlyDays,
                lookBackDays,
                subsetItems,
                others);
    }

    /** The same with terms of discount. */
    public MatchPolicy granting(Discount other) {
        return new MatchPolicy(
                applyFrom,
                proposeFrom,
                limits,
                limitsByCurrency,
                tolerancePerMillion,
                other,
                sequence,
                earlyDays,
                lookBackDays,
                subsetItems,
                allowed);
    }

    /** The same for amounts in a unit that is so many times finer than the minor unit. */
    public MatchPolicy finer(long times) {
        Map<Currency, Limits> finer = limitsByCurrency.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().finer(times)));
        return new MatchPolicy(
                applyFrom,
                proposeFrom,
                limits.finer(times),
                finer,
                tolerancePerMillion,
                discount,
                sequence,
                earlyDays,
                lookBackDays,
                subsetItems,
                allowed);
    }

    Limits limitsIn(Currency currency) {
        return limitsByCurrency.getOrDefault(currency, limits);
    }

    /** How many minor units a payment, or an item, may be missed by. */
    long toleranceFor(Money amount) {
        return Math.min(
                limitsIn(amount.currency()).toleranceMinor(), (long) (amount.minor() * (tolerancePerMillion / 1e6)));
    }

    boolean allows(Allowance allowance) {
        return allowed.contains(allowance);
    }
}
