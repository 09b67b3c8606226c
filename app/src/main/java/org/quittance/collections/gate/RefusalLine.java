package org.quittance.collections.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Channel;

/**
 * A contact that a gate did not let happen, or not yet, as a list shows it.
 *
 * @param messageId the message; null for a call
 * @param until when it is asked again; null for a no
 */
public record RefusalLine(
        long id,
        long customerId,
        String customerName,
        Channel channel,
        @Nullable Long messageId,
        String what,
        String rule,
        String reason,
        @Nullable Instant until,
        String actor,
        Instant at) {}
