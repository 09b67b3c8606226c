package org.quittance.core.agreement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.quittance.core.money.Money;

/**
 * Interest for the time that a plan gives: simple, on a year of 365 days, for each instalment of the debt from the day of the agreement to its
 * own, rounded once on the total, halves up. Example: 1,000.00 in two halves after 73 and 146 days at 10 % is 10.00 and 20.00.
 */
public final class PlanInterest {

    private static final BigDecimal PERCENT_DAYS_OF_A_YEAR = BigDecimal.valueOf(36_500);

    private PlanInterest() {}

    /** What is added to the debt that the schedule repays. */
    public static Money on(Schedule debt, LocalDate agreedOn, BigDecimal percent) {
        BigDecimal percentDays = BigDecimal.ZERO;
        for (Instalment instalment : debt.instalments()) {
            long days = Math.max(0, instalment.dueOn().toEpochDay() - agreedOn.toEpochDay());
            percentDays = percentDays.add(instalment.amount().toDecimal().multiply(BigDecimal.valueOf(days)));
        }
        BigDecimal interest = percentDays.multiply(percent).divide(PERCENT_DAYS_OF_A_YEAR, MathContext.DECIMAL128);
        return Money.rounded(interest, debt.total().currency(), RoundingMode.HALF_UP);
    }
}
