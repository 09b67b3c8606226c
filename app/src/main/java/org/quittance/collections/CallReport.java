package org.quittance.collections;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call as the person who held it tells of it.
 *
 * @param accounts the accounts that it was about; empty for all of the customer's that the person works
 * @param contactId who was spoken to, as the ledger numbers it; null where that is not known
 * @param promise what was promised; null where nothing was
 * @param followUp when to come back to it; null where the strategy shall say
 */
public record CallReport(
        long customerId,
        Set<Long> accounts,
        Way way,
        Result result,
        @Nullable Long contactId,
        String note,
        @Nullable PromiseDraft promise,
        @Nullable FollowUp followUp) {

    /** Who called whom. */
    public enum Way {
        PLACED("We called"),
        RECEIVED("They called");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How a call ended. */
    public enum Result {
        PROMISED("Promised to pay", Reached.THEM),
        DISPUTES("Disputes it", Reached.THEM),
        REFUSES("Refuses to pay", Reached.THEM),
        OTHER("Spoke to them", Reached.THEM),
        /** The call is still to be made. */
        LEFT_MESSAGE("Left a message", Reached.NOBODY),
        NO_ANSWER("No answer", Reached.NOBODY),
        WRONG_NUMBER("Wrong number", Reached.NOBODY);

        /** Whether it was a conversation. */
        enum Reached {
            THEM,
            NOBODY
        }

        private final String label;
        private final Reached reached;

        Result(String label, Reached reached) {
            this.label = label;
            this.reached = reached;
        }

        public String label() {
            return label;
        }

        Reached reached() {
            return reached;
        }
    }

    /** When to come back, and what for. */
    public record FollowUp(LocalDate on, String reason) {}

    public CallReport {
        accounts = Set.copyOf(accounts);
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(note, "note");
    }
}
