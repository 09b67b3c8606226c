package org.quittance.core.cash;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;

/** What becomes of a payment. */
public sealed interface Decision {

    /**
     * A part of the payment for an item.
     *
     * @param amountMinor in minor units of the payment's currency, on the item's side: negative for a credit note taken
     */
    record Line(ItemId item, long amountMinor) {

        public Line {
            Objects.requireNonNull(item, "item");
            if (amountMinor == 0) {
                throw new IllegalArgumentException("nothing for item " + item);
            }
        }
    }

    /**
     * What the payer left of an item although the item is meant to be paid.
     *
     * <p>Example: 980.00 for an invoice of 1,000.00 with 2 % discount within ten days is a line of 980.00 and a difference
     * CASH_DISCOUNT of 20.00; together they settle the invoice.
     *
     * @param item one that has a line in the same division
     * @param amountMinor in minor units of the item's currency; positive
     * @param reason in words, as the payer or a person gave it; empty where the kind says all
     * @param deductionReason why the payer keeps it back; null where nobody has said, and of everything that is no deduction
     */
    record Difference(
            ItemId item,
            Kind kind,
            long amountMinor,
            String reason,
            @Nullable DeductionReason deductionReason) {

        /** Why it was left, and what becomes of it. */
        public enum Kind {
            /** Taken by the terms of payment: posted. */
            CASH_DISCOUNT("Cash discount"),
            /** Kept back by a bank on the way: posted. */
            BANK_CHARGE("Bank charge"),
            /** Too small to ask for: posted. */
            SMALL_DIFFERENCE("Small difference"),
            /** The item was paid in another currency, at another rate: posted. */
            EXCHANGE_DIFFERENCE("Exchange difference"),
            /** Kept back by the payer with a reason: stays open, and is a matter for disputes. */
            DEDUCTION("Deduction");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }

            /** Whether it settles its part of the item; a deduction leaves it open. */
            public boolean settles() {
                return this != DEDUCTION;
            }
        }

        public Difference {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(kind, "kind");
            reason = reason.strip();
            if (amountMinor <= 0) {
                throw new IllegalArgumentException("a %s of %d for item %s".formatted(kind.label(), amountMinor, item));
            }
            if (deductionReason != null && kind != Kind.DEDUCTION) {
                throw new IllegalArgumentException("a %s with %s".formatted(kind.label(), deductionReason));
            }
        }

        public Difference(ItemId item, Kind kind, long amountMinor, String reason) {
            this(item, kind, amountMinor, reason, null);
        }

        public Difference(ItemId item, Kind kind, long amountMinor) {
            this(item, kind, amountMinor, "");
        }

        /** Of one kind an item has one difference in a division. */
        record Subject(ItemId item, Kind kind) {}

        Subject subject() {
            return new Subject(item, kind);
        }
    }

    /**
     * One way to divide the payment.
     *
     * @param differences what the payer left of items that have a line; they are no part of the payment
     * @param remainderMinor what is left over and goes on account; never negative
     */
    record Division(List<Line> lines, List<Difference> differences, long remainderMinor) {

        public Division {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
            if (lines.isEmpty() || remainderMinor < 0) {
                throw new IllegalArgumentException(
                        "%d lines with a remainder of %d".formatted(lines.size(), remainderMinor));
            }
            if (lines.stream().map(Line::item).distinct().count() != lines.size()) {
                throw new IllegalArgumentException("an item has two lines: " + lines);
            }
            if (differences.stream().map(Difference::subject).distinct().count() != differences.size()) {
                throw new IllegalArgumentException("an item has two differences of one kind: " + differences);
            }
            for (Difference difference : differences) {
                if (lines.stream().noneMatch(line -> line.item().equals(difference.item()) && line.amountMinor() > 0)) {
                    throw new IllegalArgumentException("nothing is paid of the item of " + difference);
                }
            }
        }

        public Division(List<Line> lines, long remainderMinor) {
            this(lines, List.of(), remainderMinor);
        }

        /** What the lines and the remainder come to: the payment. */
        public long totalMinor() {
            long total = remainderMinor;
            for (Line line : lines) {
                total = Math.addExact(total, line.amountMinor());
            }
            return total;
        }
    }

    /** Certain enough to be booked without a person. */
    record Applied(Division division) implements Decision {}

    /** A person decides; the best alternative first. Nothing is booked, and no item is reserved. */
    record Proposed(List<Division> alternatives) implements Decision {

        public Proposed {
            alternatives = List.copyOf(alternatives);
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("a proposal without an alternative");
            }
        }
    }

    /** The payer is known, the invoice is not. */
    record OnAccount(AccountId account) implements Decision {}

    /** Not even the payer is known. */
    record Unidentified() implements Decision {}
}
