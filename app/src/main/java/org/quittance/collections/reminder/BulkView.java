package org.quittance.collections.reminder;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sending in bulk, as far as it has come.
 *
 * @param chosen from which part of the worklist, in words
 * @param stopped why somebody else has to let it go first; empty where nobody has
 * @param release null where nobody has let it go
 * @param end null while it is not over
 */
public record BulkView(
        long id,
        String chosen,
        Counts counts,
        Instant startsAt,
        String stopped,
        String actor,
        Instant at,
        @Nullable Release release,
        @Nullable End end) {

    /**
     * How far it has come.
     *
     * @param queued customers whose message is in the outbox
     * @param leftOut customers for whom there was none when it came to them
     */
    public record Counts(int customers, int queued, int leftOut) {

        public int done() {
            return queued + leftOut;
        }
    }

    /** Who has let it go although it is unusually large. */
    public record Release(String reason, String actor, Instant at) {}

    /** How it ended. */
    public record End(Outcome outcome, String actor, Instant at) {}

    /** The two ways to end. */
    public enum Outcome {
        DONE("Done"),
        CALLED_BACK("Called back");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean waitsForRelease() {
        return end == null && !stopped.isEmpty() && release == null;
    }

    /** When it begins, or began: not before the time to call it back is over, and not before it is let go. None while it waits for that. */
    public Optional<Instant> begins() {
        if (!stopped.isEmpty() && release == null) {
            return Optional.empty();
        }
        return Optional.of(release != null && release.at().isAfter(startsAt) ? release.at() : startsAt);
    }

    public boolean isMoving() {
        return end == null && !waitsForRelease();
    }

    /** A customer who gets none. */
    public record LeftOut(long customerId, String name, String why) {}
}
