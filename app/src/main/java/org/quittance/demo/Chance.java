package org.quittance.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that always falls the same way.
 *
 * <p>Each purpose has a stream of its own, {@code Chance.of("sales", "100023")}: one more draw for one customer changes nothing for the
 * next.
 */
final class Chance {

    private static final long SEED = 0x48_61_6c_64_65_6eL;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Chance of(Object... purpose) {
        long seed = SEED;
        for (Object part : purpose) {
            // FNV-1a, spelled out so that the streams never depend on somebody else's hash.
            String text = part + "/";
            for (int i = 0; i < text.length(); i++) {
                seed = (seed ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return new Chance(seed);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** True in so many of a thousand cases. */
    boolean perMille(int chance) {
        return random.nextInt(1_000) < chance;
    }

    boolean percent(int chance) {
        return perMille(10 * chance);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Around zero as a bell, hardly ever beyond three: the sum of twelve dice. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** A whole number whose mean over many draws is {@code mean}. */
    int about(double mean) {
        int whole = (int) mean;
        return whole + (random.nextDouble() < mean - whole ? 1 : 0);
    }

    /** Each {@code #} becomes a digit; everything else stays. */
    String filled(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            text.append(c == '#' ? (char) ('0' + random.nextInt(10)) : c);
        }
        return text.toString();
    }
}
