package org.quittance.copies;

import java.time.Instant;

/**
 * A copy that belongs to no item.
 *
 * @param why nobody could tell whose it is, as things are now; without a full stop
 */
public record NobodysCopy(
        long id, String fileName, long sizeBytes, String entityCode, String why, Instant receivedAt, String actor) {}
