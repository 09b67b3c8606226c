package org.quittance.collections.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.Activity;

/**
 * A call with all that was noted of it, for whoever checks it.
 *
 * @param direction who has called whom
 * @param contact who was spoken to or rung; null where that was not noted
 * @param dialled what was dialled for it, or refused before it; null where neither is known
 * @param otherwise how they were called although dialling was refused; empty where it was not
 */
public record CallSheet(
        SampledCall call,
        Activity.Direction direction,
        @Nullable String contact,
        @Nullable Dialled dialled,
        String otherwise) {

    /**
     * A number that somebody wanted to dial.
     *
     * @param refusal why it was not given out; empty where it was
     */
    public record Dialled(String number, String contact, Instant at, String refusal) {

        public boolean isRefused() {
            return !refusal.isEmpty();
        }
    }
}
