package org.quittance.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an account went to another portfolio.
 *
 * @param from the name of the portfolio where it lay; null where that is not known
 * @param rule the rule by which it moved, in words; empty where a person moved it
 */
public record PortfolioMove(
        long accountId,
        @Nullable String from,
        String to,
        How how,
        String rule,
        String reason,
        String actor,
        Instant recordedAt) {

    /** What has moved it. */
    public enum How {
        BEFORE("Before moves were kept"),
        NEW("New, by rule"),
        RULES("By rule"),
        HAND("By hand");

        private final String label;

        How(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
