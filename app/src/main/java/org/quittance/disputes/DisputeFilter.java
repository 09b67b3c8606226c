package org.quittance.disputes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.dispute.DisputeReason;

/**
 * Which disputes are asked for.
 *
 * @param reason only this one; null for all
 */
public record DisputeFilter(Show show, @Nullable DisputeReason reason) {

    /** Which part of them. */
    public enum Show {
        OPEN("Open"),
        OVERDUE("Answer overdue"),
        /** Those that the viewer finds out about. */
        MINE("Mine to find out"),
        NOBODYS("Nobody's yet"),
        /** Those that the viewer has opened and that were answered in the last two weeks. */
        ANSWERED_TO_ME("Answered to me lately"),
        AWAITING_CREDIT("Not owed, credit to come"),
        OVER("Over"),
        EVERYTHING("Everything");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public DisputeFilter {
        Objects.requireNonNull(show, "show");
    }
}
