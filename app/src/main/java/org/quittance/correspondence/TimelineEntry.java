package org.quittance.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands on the timeline.
 *
 * @param id later entries have higher numbers
 * @param at when it was written down
 * @param takenBack by whom and when it was taken back, noted by mistake; null where it stands
 */
public record TimelineEntry(
        long id, Instant at, Activity activity, @Nullable TakenBack takenBack) {

    /** Who has taken an activity back, and when; it stays on the timeline and counts no more. */
    public record TakenBack(String by, Instant at) {}

    public boolean stands() {
        return takenBack == null;
    }
}
