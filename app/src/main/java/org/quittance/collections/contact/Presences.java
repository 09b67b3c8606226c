package org.quittance.collections.contact;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.collections.Tables.PRESENCE;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.contact.OthersThere.Noted;
import org.quittance.collections.contact.OthersThere.Present;
import org.quittance.correspondence.Activity;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells two people who have one customer open of each other. Nobody is kept from anything.
 *
 * <p>A page that is open says so every {@link #BEAT}; whoever was not heard of for {@link #FORGOTTEN_AFTER} is not there any more. Only
 * those who work customers are told and told of: auditors and cashiers read, and are in nobody's way. Nothing of it is history, and none of
 * it is audited.
 */
@Service
public class Presences {

    /** How often an open page says that it is open. */
    public static final Duration BEAT = Duration.ofSeconds(20);

    /** Three beats that did not come. */
    static final Duration FORGOTTEN_AFTER = BEAT.multipliedBy(3);

    /** For how long a deed of a colleague is news. */
    static final Duration NEWS = Duration.ofMinutes(10);

    /** Of a customer about whom much is written, the latest are looked at. */
    private static final int LOOKED_AT = 10;

    private static final int TOLD = 3;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final People people;
    private final BusinessClock clock;

    Presences(DSLContext sql, VisibleAccounts visible, People people, BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.people = people;
        this.clock = clock;
    }

    /** Says that the viewer has the customer open, and tells them who else has, and what others have just noted. */
    @Transactional
    public OthersThere open(long customerId, Viewer viewer) {
        if (!works(viewer) || visible.ofCustomer(viewer, customerId).isEmpty()) {
            return OthersThere.NOBODY;
        }
        Instant now = clock.now();
        Instant oldest = now.minus(FORGOTTEN_AFTER);
        sql.insertInto(PRESENCE, PRESENCE.CUSTOMER_ID, PRESENCE.LOGIN, PRESENCE.NAME, PRESENCE.SINCE, PRESENCE.SEEN_AT)
                .values(customerId, viewer.login(), viewer.name(), now, now)
                .onConflict(PRESENCE.CUSTOMER_ID, PRESENCE.LOGIN)
                .doUpdate()
                .set(
                        PRESENCE.SINCE,
                        when(PRESENCE.SEEN_AT.lt(oldest), excluded(PRESENCE.SINCE))
                                .otherwise(PRESENCE.SINCE))
                .set(PRESENCE.SEEN_AT, excluded(PRESENCE.SEEN_AT))
                .execute();
        List<Present> present = sql.select(PRESENCE.NAME, PRESENCE.SINCE)
                .from(PRESENCE)
                .where(PRESENCE.CUSTOMER_ID.eq(customerId))
                .and(PRESENCE.LOGIN.ne(viewer.login()))
                .and(PRESENCE.SEEN_AT.ge(oldest))
                .orderBy(PRESENCE.NAME, PRESENCE.LOGIN)
                .fetch(row -> new Present(row.value1(), row.value2()));
        return new OthersThere(present, noted(customerId, now.minus(NEWS), viewer));
    }

    /** Forgets who is not there any more. */
    @Transactional
    public void sweep() {
        sql.deleteFrom(PRESENCE)
                .where(PRESENCE.SEEN_AT.lt(clock.now().minus(FORGOTTEN_AFTER)))
                .execute();
    }

    private static boolean works(Viewer viewer) {
        return viewer.isAny(Role.COLLECTOR, Role.TEAM_LEAD, Role.MANAGER) && !viewer.is(Role.AUDITOR);
    }

    private record Deed(String actor, Activity.Kind kind, String outcome, Instant at) {}

    private List<Noted> noted(long customerId, Instant since, Viewer viewer) {
        List<Deed> news = sql
                .select(ACTIVITY_VIEW.ACTOR, ACTIVITY_VIEW.KIND, ACTIVITY_VIEW.OUTCOME, ACTIVITY_VIEW.AT)
                .from(ACTIVITY_VIEW)
                .where(ACTIVITY_VIEW.CUSTOMER_ID.eq(customerId))
                // What is brought over from a former system was written down just now and done long ago.
                .and(ACTIVITY_VIEW.BUSINESS_DATE.ge(clock.today().minusDays(1)))
                .orderBy(ACTIVITY_VIEW.ACTIVITY_ID.desc())
                .limit(LOOKED_AT)
                .fetch(row -> new Deed(row.value1(), Activity.Kind.valueOf(row.value2()), row.value3(), row.value4()))
                .stream()
                .filter(deed -> deed.at().isAfter(since))
                .filter(deed -> !deed.actor().equals(viewer.login()))
                .toList();
        if (news.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::login, Person::name));
        return news.stream()
                // What a job has done is nobody's deed.
                .filter(deed -> names.containsKey(deed.actor()))
                .map(deed -> new Noted(
                        names.getOrDefault(deed.actor(), deed.actor()), deed.kind(), deed.outcome(), deed.at()))
                .limit(TOLD)
                .toList();
    }
}
