package org.quittance.core.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Chance that can be repeated.
 *
 * <p>{@code Dice.roll(200, dice -> ...)} runs a property under 200 seeds; a failure names its seed, and {@code Dice.of(seed)} replays it.
 */
public final class Dice {

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    public static Dice of(long seed) {
        return new Dice(seed);
    }

    /** Runs the property once for each of the seeds 1 to {@code seeds}. */
    public static void roll(int seeds, Consumer<Dice> property) {
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                property.accept(of(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("with seed %d: %s".formatted(seed, failure.getMessage()), failure);
            }
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    public int intBetween(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True in so many of a hundred cases. */
    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public LocalDate dayWithin(LocalDate first, int days) {
        return first.plusDays(random.nextInt(days));
    }

    public <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
