package org.quittance.web.page;

import static org.quittance.identity.Role.ADMINISTRATOR;
import static org.quittance.identity.Role.AUDITOR;
import static org.quittance.identity.Role.CASH;
import static org.quittance.identity.Role.COLLECTOR;
import static org.quittance.identity.Role.MANAGER;
import static org.quittance.identity.Role.TEAM_LEAD;

import java.util.EnumSet;
import java.util.Set;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;

/**
 * The areas of the application: who may read each, who may change something in it, and how the navigation shows it.
 *
 * <p>The one table of roles. An area covers its path and everything below. It stands in the navigation of those who may read it, as
 * soon as a controller answers its path. A path outside every area may be read by everybody who is signed in.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, but its type cannot say so.
public enum Area {
    TODAY(
            "/today",
            "Today",
            "list-check",
            "g t",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    CUSTOMERS(
            "/customers",
            "Customers",
            "building",
            "g c",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, CASH, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    AGREEMENTS(
            "/agreements",
            "Agreements",
            "heart-handshake",
            "g n",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    ESCALATIONS(
            "/escalations",
            "Escalations",
            "flag",
            "g x",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    TEAM(
            "/team",
            "Team",
            "user-check",
            "g m",
            Place.WORK,
            readers(TEAM_LEAD, MANAGER, AUDITOR),
            writers(TEAM_LEAD, MANAGER)),
    STRATEGIES(
            "/strategies",
            "Strategies",
            "adjustments",
            "g r",
            Place.SET_UP,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(MANAGER)),
    CONTACT_RULES(
            "/contact-rules",
            "Contact rules",
            "phone",
            "g k",
            Place.SET_UP,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    CASH_APPLICATION(
            "/cash",
            "Cash",
            "coins",
            "g s",
            Place.WORK,
            readers(CASH, TEAM_LEAD, MANAGER, AUDITOR),
            writers(CASH, TEAM_LEAD, MANAGER)),
    DISPUTES(
            "/disputes",
            "Disputes",
            "message-exclamation",
            "g d",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, CASH, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, CASH, MANAGER)),
    AGEING(
            "/ageing",
            "Ageing",
            "chart-bar",
            "g a",
            Place.WORK,
            readers(COLLECTOR, TEAM_LEAD, CASH, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    IMPORT(
            "/imports",
            "Import",
            "file-import",
            "g i",
            Place.WORK,
            readers(CASH, TEAM_LEAD, MANAGER, ADMINISTRATOR, AUDITOR),
            writers(CASH, MANAGER, ADMINISTRATOR)),
    OUTBOX(
            "/outbox",
            "Outbox",
            "mail-forward",
            "g o",
            Place.SET_UP,
            readers(COLLECTOR, TEAM_LEAD, MANAGER, AUDITOR),
            writers(COLLECTOR, TEAM_LEAD, MANAGER)),
    ENTITIES(
            "/entities",
            "Entities",
            "building-bank",
            "g e",
            Place.SET_UP,
            readers(CASH, TEAM_LEAD, MANAGER, ADMINISTRATOR, AUDITOR),
            writers(MANAGER, ADMINISTRATOR)),
    PEOPLE("/people", "People", "users", "g p", Place.SET_UP, readers(ADMINISTRATOR, AUDITOR), writers(ADMINISTRATOR)),
    AUDIT_TRAIL(
            "/audit", "Audit", "shield-check", "g u", Place.SET_UP, readers(AUDITOR, MANAGER, ADMINISTRATOR), Set.of());

    /** What an area is for, which decides whether it is folded away where the bar has no room for all. */
    public enum Place {
        /** What somebody has open all day. */
        WORK,
        /** What is set once and looked up now and then. */
        SET_UP
    }

    private final String path;
    private final String label;
    private final String icon;
    private final String keys;
    private final Place place;
    private final Set<Role> readers;
    private final Set<Role> writers;

    Area(String path, String label, String icon, String keys, Place place, Set<Role> readers, Set<Role> writers) {
        this.path = path;
        this.label = label;
        this.icon = icon;
        this.keys = keys;
        this.place = place;
        this.readers = readers;
        this.writers = writers;
    }

    private static Set<Role> readers(Role... roles) {
        return Set.of(roles);
    }

    private static Set<Role> writers(Role... roles) {
        return Set.of(roles);
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /** What one types to go there: {@code g p} for people. */
    public String keys() {
        return keys;
    }

    public Place place() {
        return place;
    }

    public Set<Role> readers() {
        return readers;
    }

    public Set<Role> writers() {
        return writers;
    }

    public boolean isReadBy(Viewer viewer) {
        return viewer.roles().stream().anyMatch(readers::contains);
    }

    /** For templates: whether to offer what changes something here. The access rules check it again. */
    public boolean isChangedBy(Viewer viewer) {
        return viewer.roles().stream().anyMatch(writers::contains) && !viewer.is(AUDITOR);
    }

    boolean covers(String requestPath) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }

    static Set<Area> readBy(Viewer viewer) {
        EnumSet<Area> areas = EnumSet.noneOf(Area.class);
        for (Area area : values()) {
            if (area.isReadBy(viewer)) {
                areas.add(area);
            }
        }
        return areas;
    }
}
