package org.quittance.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param passwordGivenBy who gave the password that the person has yet to replace by their own; null once they have
 * @param lockedUntil until when sign-in is refused after too many wrong passwords; null when not locked
 * @param disabledAt when the person was shut out for good; null for those who still work here
 */
public record Person(
        long id,
        String login,
        String name,
        String email,
        Set<Role> roles,
        @Nullable String passwordGivenBy,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
