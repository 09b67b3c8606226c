package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An escalation that waits for its answer, as far as the next action about its account depends on it.
 *
 * @param owner whose answer it waits for
 * @param dueOn the last day on which the answer is in time
 */
public record OpenEscalation(EscalationPath path, String owner, LocalDate since, LocalDate dueOn) {

    public OpenEscalation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(dueOn, "dueOn");
    }
}
