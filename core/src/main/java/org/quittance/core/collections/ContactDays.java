package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * On which days a customer may be contacted, as the rules of contact have it: what a trial asks where life asks the gate.
 *
 * <p>Every question comes with what went to the customer before, calls and messages alike, as the trial has it.
 */
public interface ContactDays {

    /** No rules: what is ready leaves at once. */
    ContactDays EVERY_DAY = new ContactDays() {
        @Override
        public Optional<LocalDate> leavesOn(Ready message, List<Contact> before) {
            return Optional.of(message.on());
        }

        @Override
        public boolean mayBeCalled(LocalDate day, List<Contact> before) {
            return true;
        }
    };

    /** A message that is written on a day, by the night or by a person. */
    record Ready(Action action, Execution execution, LocalDate on) {

        public Ready {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(execution, "execution");
            Objects.requireNonNull(on, "on");
        }
    }

    /** The first day on which it may leave, its own or a later one; none where it never may. */
    Optional<LocalDate> leavesOn(Ready message, List<Contact> before);

    /** Whether there is an hour of the day at which a call may be placed. */
    boolean mayBeCalled(LocalDate day, List<Contact> before);
}
