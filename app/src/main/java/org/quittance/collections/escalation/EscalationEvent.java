package org.quittance.collections.escalation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Escalation.Deed;

/**
 * Something that was done about an escalation.
 *
 * @param saidBy who said it; whoever wrote it down may have heard it from somebody outside
 * @param newOwner to whom it was handed over; null for every other deed
 */
public record EscalationEvent(
        Deed deed, String saidBy, String words, @Nullable String newOwner, LocalDate on, String actor, Instant at) {}
