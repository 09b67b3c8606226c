package org.quittance.identity;

import java.util.List;
import java.util.Set;

/** The people of the demo company. Everybody knows their password: an installation that is used for real must not have it. */
public final class DemoPeople {

    public static final String PASSWORD = "quittance-demo";

    public static final List<DemoPerson> ALL = List.of(
            new DemoPerson("clara", "Clara Jansen", Set.of(Role.COLLECTOR)),
            new DemoPerson("omar", "Omar Haddad", Set.of(Role.COLLECTOR)),
            new DemoPerson("tessa", "Tessa Lindqvist", Set.of(Role.TEAM_LEAD)),
            new DemoPerson("casper", "Casper Okafor", Set.of(Role.CASH)),
            new DemoPerson("maria", "Maria Keller", Set.of(Role.MANAGER)),
            new DemoPerson("arthur", "Arthur Dubois", Set.of(Role.AUDITOR)),
            new DemoPerson("admin", "Ada Moreau", Set.of(Role.ADMINISTRATOR)));

    private DemoPeople() {}

    /** One of them, as the demo adds them. */
    public record DemoPerson(String login, String name, Set<Role> roles) {

        public DemoPerson {
            roles = Set.copyOf(roles);
        }
    }
}
