package org.quittance.core.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A measure's value, or why it has none. */
public sealed interface Figure {

    Measure measure();

    /** The value to 16 digits, in the measure's unit. */
    record Known(Measure measure, BigDecimal value) implements Figure {

        /** The value as shown, halves rounded up. */
        public BigDecimal rounded(int decimals) {
            return value.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    /** The formula cannot be worked out. */
    record Undefined(Measure measure, Gap gap) implements Figure {}

    /** What is missing for a formula. */
    enum Gap {
        NO_SALES("There were no credit sales to measure against"),
        SALES_HISTORY_TOO_SHORT("The receivables are more than all the months' sales that are known"),
        NOTHING_COLLECTABLE("Nothing fell due that could have been collected"),
        NOTHING_PAID("Nothing was paid");

        private final String sentence;

        Gap(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The quotient, or undefined where the divisor is not more than zero. */
    static Figure ratio(Measure measure, BigDecimal dividend, BigDecimal divisor, Gap gap) {
        return divisor.signum() > 0
                ? new Known(measure, dividend.divide(divisor, MathContext.DECIMAL64))
                : new Undefined(measure, gap);
    }
}
