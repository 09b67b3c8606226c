package org.quittance.core.cash;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How well payments were matched without a person: counts, and the rates that follow from them.
 *
 * <p>The match rate never stands without the false-match rate. A rate of nothing is no rate, and not zero.
 *
 * @param payments received payments that were decided
 * @param automatic those that the matcher applied by itself
 * @param lines items that were paid by them, one for each allocation
 * @param automaticLines those that the matcher paid by itself
 * @param valueMinor what was received, in minor units of one currency
 * @param automaticMinor what the matcher applied of it by itself
 * @param falseMatches automatic payments that a person has corrected within {@value #FALSE_MATCH_DAYS} days
 * @param touches what people did with the payments: decided, took back, put off
 */
public record MatchScore(
        long payments,
        long automatic,
        long lines,
        long automaticLines,
        long valueMinor,
        long automaticMinor,
        long falseMatches,
        long touches) {

    /** A correction counts against a match for so long. */
    public static final int FALSE_MATCH_DAYS = 60;

    private static final int DECIMALS = 6;

    /** The figures that follow, each with its formula in words. */
    public enum Figure {
        BY_PAYMENT("Matched, by payment", "payments applied without a person / payments received"),
        BY_LINE("Matched, by line", "items paid without a person / items paid"),
        BY_VALUE("Matched, by value", "money applied without a person / money received"),
        FALSE_MATCHES("False matches", "automatic payments corrected within 60 days / automatic payments"),
        TOUCHES("Touches a payment", "decisions, corrections and deferrals by people / payments received");

        private final String label;
        private final String formula;

        Figure(String label, String formula) {
            this.label = label;
            this.formula = formula;
        }

        public String label() {
            return label;
        }

        public String formula() {
            return formula;
        }
    }

    public MatchScore {
        if (automatic > payments || automaticLines > lines || automaticMinor > valueMinor || falseMatches > automatic) {
            throw new IllegalArgumentException("A part is more than the whole");
        }
    }

    /** Empty where there is nothing to divide by. */
    public Optional<BigDecimal> of(Figure figure) {
        return switch (figure) {
            case BY_PAYMENT -> ratio(automatic, payments);
            case BY_LINE -> ratio(automaticLines, lines);
            case BY_VALUE -> ratio(automaticMinor, valueMinor);
            case FALSE_MATCHES -> ratio(falseMatches, automatic);
            case TOUCHES -> ratio(touches, payments);
        };
    }

    private static Optional<BigDecimal> ratio(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
