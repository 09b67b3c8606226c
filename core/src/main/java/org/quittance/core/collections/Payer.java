package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * What is known of how a customer pays, and how much it buys.
 *
 * @param worsening since when it pays distinctly later; none where it does not
 * @param billedInYear what was billed to the account in the last twelve months, one amount a currency
 * @param others how all customers pay, for whatever too little is known of this one
 */
public record Payer(PayingHabit habit, @Nullable Worsening worsening, List<Money> billedInYear, BookPace others) {

    /** A customer of whom nothing is known, in a book that has settled nothing. */
    public static final Payer UNKNOWN = of(PayingHabit.UNKNOWN);

    public Payer {
        Objects.requireNonNull(habit, "habit");
        Objects.requireNonNull(others, "others");
        billedInYear = List.copyOf(billedInYear);
    }

    /** A customer of whom only the habit is known. */
    public static Payer of(PayingHabit habit) {
        return new Payer(habit, null, List.of(), BookPace.UNKNOWN);
    }

    /**
     * A change for the worse, as {@link org.quittance.core.behaviour.ChangePoint} finds it.
     *
     * @param before median days beyond terms until then
     * @param now median since, more than before
     */
    public record Worsening(int before, int now) {

        public Worsening {
            if (now <= before) {
                throw new IllegalArgumentException("%d days is no worse than %d".formatted(now, before));
            }
        }
    }
}
