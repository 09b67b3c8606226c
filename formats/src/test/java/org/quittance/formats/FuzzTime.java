package org.quittance.formats;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Seeded damage for as long as somebody asks for: {@code -Dquittance.fuzz.seconds=600} for ten minutes with each kind of reader, instead of
 * one second. A failure names the seed that gives it again; {@code -Dquittance.fuzz.seed} begins there.
 */
public final class FuzzTime {

    private FuzzTime() {}

    /** One round with its seed. */
    @FunctionalInterface
    public interface Round {
        void of(long round, long seed) throws IOException;
    }

    /** How many rounds there was time for; one at least. */
    public static long spend(long firstSeed, Round round) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.getLong("quittance.fuzz.seconds", 1)));
        long seed = Long.getLong("quittance.fuzz.seed", firstSeed);
        long rounds = 0;
        do {
            round.of(rounds, seed + rounds);
            rounds++;
        } while (Instant.now().isBefore(end));
        return rounds;
    }
}
