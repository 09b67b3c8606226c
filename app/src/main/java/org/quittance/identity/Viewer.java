package org.quittance.identity;

import java.io.Serial;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who is signed in: every query for accounts takes one, and shows no account outside their portfolios.
 *
 * @param portfolios the portfolios whose accounts they see; without meaning for those who see everything
 */
public record Viewer(long personId, String login, String name, Set<Role> roles, Set<Long> portfolios)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Set<Role> SEE_EVERYTHING = EnumSet.of(Role.MANAGER, Role.AUDITOR);

    public Viewer {
        roles = Set.copyOf(roles);
        portfolios = Set.copyOf(portfolios);
    }

    /** The application itself, in a job or at the command line. */
    public static Viewer system(String name) {
        return new Viewer(0, name, name, Set.of(Role.MANAGER), Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean seesEverything() {
        return roles.stream().anyMatch(SEE_EVERYTHING::contains);
    }
}
