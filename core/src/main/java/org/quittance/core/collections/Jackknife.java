package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * How far a figure may be off by chance: it is worked out again with each part of the customers left out (the delete-a-group jackknife; P. S.
 * Kott, 2001). It asks nothing of how the figure is made, and keeps the accounts of a customer together.
 *
 * @param estimate the figure of all parts
 * @param variance of the estimate
 * @param freedom parts less one
 */
record Jackknife(double estimate, double variance, int freedom) {

    /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * Empty where the figure cannot be worked out for all parts, or for all but one.
     *
     * @param without the figure without the part of that index, from 0 to parts - 1
     */
    static Optional<Jackknife> of(OptionalDouble all, int parts, IntFunction<OptionalDouble> without) {
        if (all.isEmpty() || parts < 2) {
            return Optional.empty();
        }
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            OptionalDouble figure = without.apply(i);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            figures.add(figure.getAsDouble());
        }
        double mean =
                figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = figures.stream()
                .mapToDouble(figure -> (figure - mean) * (figure - mean))
                .sum();
        return Optional.of(new Jackknife(all.getAsDouble(), squares * (parts - 1) / parts, parts - 1));
    }

    /** The difference from another figure of other customers, with 95 % confidence. */
    Difference minus(Jackknife other) {
        double difference = estimate - other.estimate;
        double reach = quantile(Math.min(freedom, other.freedom)) * Math.sqrt(variance + other.variance);
        return new Difference(difference, difference - reach, difference + reach);
    }

    private static double quantile(int freedom) {
        return T[Math.min(freedom, T.length) - 1];
    }
}
