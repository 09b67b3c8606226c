package org.quittance.copies;

import java.time.Instant;
import org.quittance.core.copy.CopyOwner.FoundBy;

/**
 * A copy of an item, without its content.
 *
 * @param placement its tie to the item
 */
public record CopyLine(
        long id,
        long placement,
        long itemId,
        String fileName,
        long sizeBytes,
        FoundBy foundBy,
        Instant receivedAt,
        String actor) {}
