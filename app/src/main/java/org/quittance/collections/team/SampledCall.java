package org.quittance.collections.team;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A call as it was noted.
 *
 * @param person the login of whoever made or took it
 * @param outcome in a word or two; may be empty
 * @param words what they wrote; may be empty
 */
public record SampledCall(
        long activityId,
        String person,
        LocalDate on,
        Instant at,
        long customerId,
        String customerName,
        String outcome,
        String words) {}
