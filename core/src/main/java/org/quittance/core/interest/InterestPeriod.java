package org.quittance.core.interest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * Days of a claim that bear one rate on one amount.
 *
 * @param from the first day that bears interest
 * @param to the last day that does
 * @param principal what was owed on each of the days
 * @param percent a year, statutory margin included
 */
public record InterestPeriod(LocalDate from, LocalDate to, Money principal, BigDecimal percent) {

    private static final BigDecimal PERCENT_DAYS_OF_A_YEAR = BigDecimal.valueOf(36_500);

    public InterestPeriod {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(percent, "percent");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Interest from %s to %s".formatted(from, to));
        }
    }

    public long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    /** Simple interest of the period on a year of 365 days in major units, not rounded to the minor unit. */
    public BigDecimal exact() {
        return interest(InterestRounding.ON_THE_TOTAL);
    }

    /** In major units, rounded by the day or not at all. */
    BigDecimal interest(InterestRounding rounding) {
        BigDecimal yearly = principal.toDecimal().multiply(percent);
        BigDecimal days = BigDecimal.valueOf(days());
        return switch (rounding) {
            case ON_THE_TOTAL -> yearly.multiply(days).divide(PERCENT_DAYS_OF_A_YEAR, MathContext.DECIMAL128);
            case ON_EACH_DAY -> {
                int decimals = principal.currency().getDefaultFractionDigits();
                yield yearly.divide(PERCENT_DAYS_OF_A_YEAR, decimals, RoundingMode.HALF_UP)
                        .multiply(days);
            }
        };
    }
}
