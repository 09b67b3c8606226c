package org.quittance.core.agreement;

import java.util.Collection;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

/**
 * Up to how much may be granted.
 *
 * <p>Example: up to EUR 50.00 admits EUR 50.00 and, by the yardstick, JPY 8,000; it does not admit EUR 50.01.
 */
public sealed interface Ceiling {

    /** Whether the amounts together are within it. */
    boolean admits(Collection<Money> amounts, Yardstick yardstick);

    /** Whether it is lower than another of the same currency. */
    boolean isBelow(Ceiling other);

    /** Whether it admits nothing at all. */
    boolean isNothing();

    /** {@code EUR 50.00}, {@code nothing}, {@code any amount}. */
    String words();

    /**
     * An amount, itself included. What is in its own currency is compared to the minor unit, everything else is weighed; what cannot be
     * weighed, because the yardstick does not know its currency or the ceiling's, is not admitted.
     */
    record UpTo(Money most) implements Ceiling {

        @Override
        public boolean admits(Collection<Money> amounts, Yardstick yardstick) {
            if (amounts.stream().allMatch(amount -> amount.currency().equals(most.currency()))) {
                return amounts.stream()
                                .reduce(Money.zero(most.currency()), Money::plus)
                                .compareTo(most)
                        <= 0;
            }
            boolean canBeWeighed = yardstick.knows(most.currency())
                    && amounts.stream().map(Money::currency).allMatch(yardstick::knows);
            return canBeWeighed
                    && amounts.stream().mapToDouble(yardstick::share).sum() <= yardstick.share(most);
        }

        @Override
        public boolean isBelow(Ceiling other) {
            return switch (other) {
                case UpTo(Money amount) -> most.compareTo(amount) < 0;
                case AnyAmount() -> true;
            };
        }

        @Override
        public boolean isNothing() {
            return most.isZero();
        }

        @Override
        public String words() {
            return isNothing() ? "nothing" : Sentences.money(most);
        }
    }

    /** However much it is. */
    record AnyAmount() implements Ceiling {

        @Override
        public boolean admits(Collection<Money> amounts, Yardstick yardstick) {
            return true;
        }

        @Override
        public boolean isBelow(Ceiling other) {
            return false;
        }

        @Override
        public boolean isNothing() {
            return false;
        }

        @Override
        public String words() {
            return "any amount";
        }
    }
}
