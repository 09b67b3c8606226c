package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;

/** A message that went to the customer, or a call or escalation that took place. */
public record Contact(Action action, LocalDate on) {

    public Contact {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(on, "on");
    }
}
