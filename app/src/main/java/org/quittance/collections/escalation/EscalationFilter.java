package org.quittance.collections.escalation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.EscalationPath;

/**
 * Which escalations are asked for.
 *
 * @param path only this path; null for all
 * @param portfolioId only accounts of this portfolio; null for all that the viewer sees
 */
public record EscalationFilter(
        Show show, @Nullable EscalationPath path, @Nullable Long portfolioId) {

    /** Which part of them. */
    public enum Show {
        OPEN("Waiting"),
        OVERDUE("Overdue"),
        /** Those whose answer is the viewer's. */
        MINE("Waiting for me"),
        /** Those that the viewer has asked for and that were answered in the last two weeks. */
        ANSWERED_TO_ME("Answered to me lately"),
        IN_FORCE("Approved, in force"),
        OVER("Answered and over"),
        EVERYTHING("Everything");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public EscalationFilter {
        Objects.requireNonNull(show, "show");
    }
}
