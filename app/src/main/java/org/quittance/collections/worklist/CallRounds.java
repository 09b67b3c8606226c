package org.quittance.collections.worklist;

import static org.quittance.db.collections.Tables.CALL_ROUND;
import static org.quittance.db.collections.Tables.CALL_ROUND_STOP;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.collections.gate.Diallings;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds of calls: a list that is fixed when it begins, each customer once, in the order in which they stood, those first who may be called now.
 *
 * <p>What is noted changes an account's points, and so its place on the worklist; a round that followed the worklist would come to the same
 * account again. Whoever has paid or was dealt with since the round began is passed over. A round is its beginner's alone.
 */
@Service
@Transactional
public class CallRounds {

    /** More than anybody calls in a day. */
    static final int MOST_CALLS = 200;

    private static final int ROWS_READ = 4 * MOST_CALLS;

    private final DSLContext sql;
    private final Worklist worklist;
    private final Diallings diallings;

    CallRounds(DSLContext sql, Worklist worklist, Diallings diallings) {
        this.sql = sql;
        this.worklist = worklist;
        this.diallings = diallings;
    }

    /**
     * A call of a round.
     *
     * @param place which of the round's calls it is, from 1
     * @param account what of the customer came first on the list
     * @param of how many calls the round has
     */
    public record Stop(long round, int place, long account, int of) {}

    /**
     * Fixes the list as the viewer sees it now; those whom the rules of contact do not let be called at this moment come behind the others.
     * Empty where nobody is on it.
     */
    public Optional<Stop> begin(Viewer viewer, WorklistFilter filter) {
        Map<Long, Long> firstOfCustomer = new LinkedHashMap<>();
        for (WorklistRow row : worklist.rows(viewer, filter, 0, ROWS_READ)) {
            if (firstOfCustomer.size() < MOST_CALLS && isFor(viewer, row.next().owner())) {
                firstOfCustomer.putIfAbsent(
                        row.account().customerId(), row.account().accountId());
            }
        }
        if (firstOfCustomer.isEmpty()) {
            return Optional.empty();
        }
        long round = sql.insertInto(CALL_ROUND)
                .set(CALL_ROUND.ACTOR, viewer.login())
                .returningResult(CALL_ROUND.ID)
                .fetchSingle()
                .value1();
        var stops = sql.insertInto(
                CALL_ROUND_STOP,
                CALL_ROUND_STOP.ROUND_ID,
                CALL_ROUND_STOP.PLACE,
                CALL_ROUND_STOP.ACCOUNT_ID,
                CALL_ROUND_STOP.CUSTOMER_ID);
        int place = 0;
        for (long customer : nowFirst(firstOfCustomer.keySet(), viewer)) {
            place++;
            stops = stops.values(round, place, Objects.requireNonNull(firstOfCustomer.get(customer)), customer);
        }
        stops.execute();
        return at(round, 1, viewer);
    }

    /** What a strategy leaves to a lead or the credit manager is dealt to them alone. */
    private static boolean isFor(Viewer viewer, StepOwner owner) {
        return switch (owner) {
            case COLLECTOR -> true;
            case LEAD -> viewer.isAny(Role.TEAM_LEAD, Role.MANAGER);
            case MANAGER -> viewer.is(Role.MANAGER);
        };
    }

    private List<Long> nowFirst(Set<Long> customers, Viewer viewer) {
        List<Long> now = new ArrayList<>();
        List<Long> later = new ArrayList<>();
        Map<Long, Map<Long, ContactVerdict>> outlooks = diallings.outlooks(customers, viewer);
        for (Long customer : customers) {
            Collection<ContactVerdict> people =
                    outlooks.getOrDefault(customer, Map.of()).values();
            boolean isNow = people.isEmpty() || people.stream().anyMatch(ContactVerdict.Go.class::isInstance);
            (isNow ? now : later).add(customer);
        }
        now.addAll(later);
        return now;
    }

    /** The call at a place of a round that the viewer has begun. */
    @Transactional(readOnly = true)
    public Optional<Stop> at(long round, int place, Viewer viewer) {
        return sql.select(CALL_ROUND_STOP.ACCOUNT_ID)
                .from(CALL_ROUND_STOP)
                .join(CALL_ROUND)
                .on(CALL_ROUND.ID.eq(CALL_ROUND_STOP.ROUND_ID))
                .where(CALL_ROUND_STOP.ROUND_ID.eq(round))
                .and(CALL_ROUND_STOP.PLACE.eq(place))
                .and(CALL_ROUND.ACTOR.eq(viewer.login()))
                .fetchOptional(CALL_ROUND_STOP.ACCOUNT_ID)
                .map(account -> new Stop(round, place, account, length(round)));
    }

    /** The call about a customer in a round that the viewer has begun; empty where the round has none. */
    @Transactional(readOnly = true)
    public Optional<Stop> of(long round, long customer, Viewer viewer) {
        return sql.select(CALL_ROUND_STOP.PLACE)
                .from(CALL_ROUND_STOP)
                .where(CALL_ROUND_STOP.ROUND_ID.eq(round))
                .and(CALL_ROUND_STOP.CUSTOMER_ID.eq(customer))
                .fetchOptional(CALL_ROUND_STOP.PLACE)
                .flatMap(place -> at(round, place, viewer));
    }

    /** The first call behind this one whose customer is still on the list; empty at the end of the round. */
    @Transactional(readOnly = true)
    public Optional<Stop> after(Stop stop, WorklistFilter filter, Viewer viewer) {
        Map<Integer, Long> ahead = sql
                .select(CALL_ROUND_STOP.PLACE, CALL_ROUND_STOP.CUSTOMER_ID)
                .from(CALL_ROUND_STOP)
                .where(CALL_ROUND_STOP.ROUND_ID.eq(stop.round()))
                .and(CALL_ROUND_STOP.PLACE.gt(stop.place()))
                .orderBy(CALL_ROUND_STOP.PLACE)
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> row.value2(), (one, _) -> one, LinkedHashMap::new));
        Set<Long> there = worklist.stillThere(viewer, filter, Set.copyOf(ahead.values()));
        return ahead.entrySet().stream()
                .filter(each -> there.contains(each.getValue()))
                .findFirst()
                .flatMap(each -> at(stop.round(), each.getKey(), viewer));
    }

    private int length(long round) {
        return sql.fetchCount(CALL_ROUND_STOP, CALL_ROUND_STOP.ROUND_ID.eq(round));
    }
}
