package org.quittance.collections;

import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;

/** Which levels of authority somebody's roles give them. */
public final class Officers {

    private Officers() {}

    public static Authority.Officer of(Viewer viewer) {
        return new Authority.Officer(
                viewer.login(),
                viewer.roles().stream()
                        .map(Officers::level)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private static Optional<Level> level(Role role) {
        return switch (role) {
            case COLLECTOR -> Optional.of(Level.COLLECTOR);
            case TEAM_LEAD -> Optional.of(Level.TEAM_LEAD);
            case MANAGER -> Optional.of(Level.MANAGER);
            case CASH, AUDITOR, ADMINISTRATOR -> Optional.empty();
        };
    }
}
