package org.quittance.disputes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * What was done about a dispute.
 *
 * @param notOwed what an answer says is not owed; null for everything else
 * @param saidBy who said it, where that is not the actor; empty else
 * @param newOwner to whom it was handed over; null for everything else
 */
public record DisputeEvent(
        Deed deed,
        @Nullable Money notOwed,
        @Nullable String newOwner,
        String words,
        String saidBy,
        LocalDate on,
        String actor,
        Instant at) {

    /** What somebody does about it. */
    public enum Deed {
        HAND_OVER("Handed over"),
        ANSWER("Answered"),
        WITHDRAW("Withdrawn"),
        SETTLE("Settled");

        private final String label;

        Deed(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
