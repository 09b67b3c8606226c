package org.quittance.core.collections;

import java.util.Objects;
import java.util.Set;

/** Whose answer an escalation waits for. */
public sealed interface EscalationOwner {

    /** As pages and letters name them. */
    String name();

    /** Somebody who can sign in here. */
    record Colleague(String login, String name, Set<Escalation.Rank> ranks) implements EscalationOwner {

        public Colleague {
            Objects.requireNonNull(login, "login");
            Objects.requireNonNull(name, "name");
            ranks = Set.copyOf(ranks);
        }
    }

    /**
     * Somebody in another department or outside the company: a sales owner, a director of the business. Whoever hears their answer enters it.
     *
     * @param email where they are reached; empty where that is not known
     */
    record Outside(String name, String email) implements EscalationOwner {

        public Outside {
            Objects.requireNonNull(email, "email");
            if (name.isBlank()) {
                throw new IllegalArgumentException("An escalation waits for somebody");
            }
        }
    }
}
