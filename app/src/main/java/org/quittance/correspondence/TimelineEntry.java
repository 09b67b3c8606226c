package org.quittance.correspondence;

import java.time.Instant;

/**
 * An activity as it stands on the timeline.
 *
 * @param id later entries have higher numbers
 * @param at when it was written down
 */
public record TimelineEntry(long id, Instant at, Activity activity) {}
