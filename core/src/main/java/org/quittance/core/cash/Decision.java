package org.quittance.core.cash;

import java.util.List;
import java.util.Objects;
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
     * One way to divide the payment.
     *
     * @param remainderMinor what is left over and goes on account; never negative
     */
    record Division(List<Line> lines, long remainderMinor) {

        public Division {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || remainderMinor < 0) {
                throw new IllegalArgumentException(
                        "%d lines with a remainder of %d".formatted(lines.size(), remainderMinor));
            }
            if (lines.stream().map(Line::item).distinct().count() != lines.size()) {
                throw new IllegalArgumentException("an item has two lines: " + lines);
            }
        }

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
