package org.quittance.core.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wanted to dial, and the contact gate gave out no number: from here, then, nobody was called.
 *
 * <p>Whoever notes a call all the same says how it came about. Where the customer has rung and somebody spoke, that says it. Example: at 20:30
 * Ada Blum may be called from 09:00 on. "No answer" at 20:31 is noted with a reason only; at 09:05 the refusal stands no longer.
 *
 * @param who the contact person who was to be called
 * @param why the rule's own sentence, without a stop
 * @param until from when on they may be called; null where waiting does not help
 */
public record RefusedDial(String who, String why, @Nullable Instant until) {

    /** Who has called whom, as whoever notes the call tells it. */
    public enum Caller {
        WE,
        THEY
    }

    /**
     * How a call came about, as it is told.
     *
     * @param otherwise how they were called although no number was given out; empty where nothing is said of it
     */
    public record Told(Caller caller, String otherwise) {}

    /** Whether it still holds: until the moment that the gate has named. */
    public boolean standsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether what is told leaves open how there can have been a call. */
    public boolean leavesOpen(Told told) {
        return switch (told.caller()) {
            case WE -> told.otherwise().isBlank();
            case THEY -> false;
        };
    }

    /** What is asked of whoever notes a call. */
    public String question() {
        return ("%s was not to be dialled: %s. Write how there was a call all the same, choose “They called” where they rang,"
                        + " or dial again if the rule was lifted.")
                .formatted(who, why);
    }
}
