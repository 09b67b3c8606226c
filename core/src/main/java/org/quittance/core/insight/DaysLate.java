package org.quittance.core.insight;

import java.math.BigDecimal;
import java.util.List;
import org.quittance.core.money.Money;

/** How late money came, weighted by how much it was: 100 at 30 days and 300 at 10 days make 15. */
public final class DaysLate {

    private DaysLate() {}

    /**
     * An amount and how late it was paid.
     *
     * @param amount what was paid; more than zero
     * @param days after the due date; negative is early
     */
    public record Paid(Money amount, long days) {

        public Paid {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("Paid %s".formatted(amount));
            }
        }
    }

    /** The weighted mean; all amounts are of one currency. */
    public static Figure weighted(List<Paid> payments) {
        if (payments.isEmpty()) {
            return new Figure.Undefined(Measure.WEIGHTED_DAYS_LATE, Figure.Gap.NOTHING_PAID);
        }
        Money sum = Money.zero(payments.getFirst().amount().currency());
        BigDecimal weightedDays = BigDecimal.ZERO;
        for (Paid paid : payments) {
            sum = sum.plus(paid.amount());
            weightedDays = weightedDays.add(paid.amount().toDecimal().multiply(BigDecimal.valueOf(paid.days())));
        }
        return Figure.ratio(Measure.WEIGHTED_DAYS_LATE, weightedDays, sum.toDecimal(), Figure.Gap.NOTHING_PAID);
    }
}
