package org.quittance.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param lockedUntil until when sign-in is refused after too many wrong passwords; null when not locked
 * @param disabledAt when the person was shut out for good; null for those who still work here
 */
public record Person(
        long id,
        String login,
        String name,
        String email,
        Set<Role> roles,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt) {

    public Person {
        roles = Set.copyOf(roles);
    }
}
