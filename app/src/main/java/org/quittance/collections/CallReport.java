package org.quittance.collections;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.calendar.BusinessCalendar;

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
        PROMISED("Promised to pay", Reached.THEM, 0),
        DISPUTES("Disputes it", Reached.THEM, 0),
        REFUSES("Refuses to pay", Reached.THEM, 0),
        OTHER("Spoke to them", Reached.THEM, 0),
        /** The call is still to be made. */
        LEFT_MESSAGE("Left a message", Reached.NOBODY, 2),
        NO_ANSWER("No answer", Reached.NOBODY, 1),
        /** Somebody answered and asked for another time: the debt was not spoken of. */
        CALL_BACK("Call back later", Reached.NOBODY, 1),
        WRONG_NUMBER("Wrong number", Reached.NOBODY, 0);

        /** Whether it was a conversation. */
        enum Reached {
            THEM,
            NOBODY
        }

        private final String label;
        private final Reached reached;
        private final int triedAgainWorkingDays;

        Result(String label, Reached reached, int triedAgainWorkingDays) {
            this.label = label;
            this.reached = reached;
            this.triedAgainWorkingDays = triedAgainWorkingDays;
        }

        /** When the call is tried again by custom; empty where the strategy says what is next. */
        public Optional<LocalDate> followUpOn(LocalDate today, BusinessCalendar calendar) {
            return triedAgainWorkingDays == 0
                    ? Optional.empty()
                    : Optional.of(calendar.plusBusinessDays(today, triedAgainWorkingDays));
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
