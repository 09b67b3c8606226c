package org.quittance.identity;

import java.util.Optional;
import java.util.Set;

/** What an administrator may not do to people. Each rule is a function of who acts and what they want. */
public final class Appointments {

    private Appointments() {}

    /** Why an administrator may not do what they want, in one sentence for them. */
    public enum Refusal {
        NO_ROLE("Give at least one role: without any, a person sees nothing."),
        /** Segregation of duties: whoever checks has no hand in what is checked. */
        AUDITOR_ALONE("An auditor changes nothing, and so has no other role."),
        /** Somebody must be left who can give it back. */
        OWN_ADMINISTRATION("You cannot take the administration from yourself. Another administrator can."),
        OWN_ACCESS("You cannot disable yourself. Another administrator can."),
        OWN_PASSWORD("Change your own password under your name, at the top right.");

        private final String told;

        Refusal(String told) {
            this.told = told;
        }

        public String told() {
            return told;
        }
    }

    /** Empty where a new person may have the roles. */
    public static Optional<Refusal> ofRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            return Optional.of(Refusal.NO_ROLE);
        }
        return roles.contains(Role.AUDITOR) && roles.size() > 1 ? Optional.of(Refusal.AUDITOR_ALONE) : Optional.empty();
    }

    /** Empty where the person may have the roles instead of those they have. */
    public static Optional<Refusal> ofChange(Viewer by, long personId, Set<Role> roles) {
        if (by.personId() == personId && by.is(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
            return Optional.of(Refusal.OWN_ADMINISTRATION);
        }
        return ofRoles(roles);
    }

    public static Optional<Refusal> ofDisabling(Viewer by, long personId) {
        return by.personId() == personId ? Optional.of(Refusal.OWN_ACCESS) : Optional.empty();
    }

    public static Optional<Refusal> ofGivingPassword(Viewer by, long personId) {
        return by.personId() == personId ? Optional.of(Refusal.OWN_PASSWORD) : Optional.empty();
    }
}
