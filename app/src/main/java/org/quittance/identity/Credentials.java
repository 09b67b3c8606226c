package org.quittance.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What sign-in needs to know: the hash to compare with, and what refuses the person whatever they type.
 *
 * @param viewer who they are once they are in
 * @param passwordSetAt when the password became what it is: sessions of before are over
 * @param passwordGivenBy who gave the password; null where the person chose it, and may work with it
 */
public record Credentials(
        Viewer viewer,
        String passwordHash,
        Instant passwordSetAt,
        @Nullable String passwordGivenBy,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt) {

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** The hash stays out of logs. */
    @Override
    public String toString() {
        return viewer.login();
    }
}
