package org.quittance.collections.team;

import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CONTACT_MADE;
import static org.quittance.db.collections.Tables.DEED_TAKEN_BACK;
import static org.quittance.db.collections.Tables.MESSAGE_UNSENT;
import static org.quittance.db.collections.Tables.PLAN_PROMISE;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.correspondence.Tables.MESSAGE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.collections.worklist.Worklist;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team at a glance: whose list is how long, and what each has done.
 *
 * <p>What there is to do counts accounts that the viewer sees. What somebody has done counts once, however many accounts it was about, and
 * stays theirs when an account moves, as {@link TeamScope} has it.
 */
@Service
@Transactional(readOnly = true)
public class TeamBook {

    /** How far back the page looks, today among them. */
    public static final int DAYS = 7;

    /**
     * Contacts that count: with the customer, for an escalation is among ourselves; not taken back. A message that never left was none, and
     * one that still waits is none yet.
     */
    static final Condition COUNTED = CONTACT_MADE
            .ACTION
            .in(Arrays.stream(Action.values()).filter(Action::isContact).toList())
            .and(notExists(selectOne().from(DEED_TAKEN_BACK).where(DEED_TAKEN_BACK.DEED_ID.eq(CONTACT_MADE.DEED_ID))))
            .and(notExists(
                    selectOne().from(MESSAGE_UNSENT).where(MESSAGE_UNSENT.MESSAGE_ID.eq(CONTACT_MADE.MESSAGE_ID))))
            .and(notExists(selectOne()
                    .from(MESSAGE_VIEW)
                    .where(MESSAGE_VIEW.MESSAGE_ID.eq(CONTACT_MADE.MESSAGE_ID))
                    .and(MESSAGE_VIEW.STATE.in("QUEUED", "SENDING"))));

    /** What customers have given their word for; the instalments of a plan are one agreement, listed under Agreements. */
    private static final Condition WORDS = PROMISE_VIEW
            .ORIGIN
            .eq(PromiseOrigin.CUSTOMER)
            .and(notExists(selectOne().from(PLAN_PROMISE).where(PLAN_PROMISE.PROMISE_ID.eq(PROMISE_VIEW.PROMISE_ID))));

    private static final Field<String> NAME_OF_ACCOUNT =
            ACCOUNT_VIEW.ENTITY_CODE.concat(" ").concat(ACCOUNT_VIEW.ACCOUNT_NUMBER);

    private final DSLContext sql;
    private final Worklist worklist;
    private final People people;
    private final TeamScope scope;
    private final BusinessClock clock;

    TeamBook(DSLContext sql, Worklist worklist, People people, TeamScope scope, BusinessClock clock) {
        this.sql = sql;
        this.worklist = worklist;
        this.people = people;
        this.scope = scope;
        this.clock = clock;
    }

    /** Everybody who owns a portfolio, by name. */
    public List<TeamLine> lines(Viewer viewer) {
        Map<Long, Long> toDo = worklist.toDoByPortfolio(viewer);
        Map<String, Contacts> contacts = contactsByActor(viewer);
        Map<String, Integer> promises = promisesByActor(viewer);
        List<Portfolio> portfolios = people.portfolios();
        List<TeamLine> lines = new ArrayList<>();
        for (Person person : people.all()) {
            List<Portfolio> owned = portfolios.stream()
                    .filter(portfolio -> Optional.ofNullable(portfolio.ownerId())
                            .filter(owner -> owner == person.id())
                            .isPresent())
                    .toList();
            if (!owned.isEmpty()) {
                Contacts made = contacts.getOrDefault(person.login(), Contacts.NONE);
                lines.add(new TeamLine(
                        person.id(),
                        person.login(),
                        person.name(),
                        owned,
                        owned.stream()
                                .mapToLong(portfolio -> toDo.getOrDefault(portfolio.id(), 0L))
                                .sum(),
                        made.today(),
                        made.all(),
                        promises.getOrDefault(person.login(), 0)));
            }
        }
        return lines;
    }

    /** What the person has done in the last days, the latest first; whose accounts it was about where the viewer sees them. */
    public List<TeamActivity> activity(String login, Viewer viewer) {
        List<TeamActivity> done = new ArrayList<>(contacts(login, viewer));
        done.addAll(promises(login, viewer));
        done.sort(Comparator.comparing(TeamActivity::on).reversed());
        return done;
    }

    /** One for each deed, however many accounts it was about. */
    private List<TeamActivity> contacts(String login, Viewer viewer) {
        Field<Boolean> seen = boolOr(TeamScope.seen(viewer));
        Field<String[]> accounts = arrayAggDistinct(NAME_OF_ACCOUNT).filterWhere(TeamScope.seen(viewer));
        return sql.select(CONTACT_MADE.MADE_ON, CONTACT_MADE.ACTION)
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, seen, accounts)
                .from(CONTACT_MADE)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                .where(CONTACT_MADE.ACTOR.eq(login))
                .and(CONTACT_MADE.MADE_ON.ge(firstDay()))
                .and(COUNTED)
                .and(scope.counted(viewer, CONTACT_MADE.ACTOR, ACCOUNT_VIEW.PORTFOLIO_ID))
                .groupBy(
                        CONTACT_MADE.DEED_ID,
                        CONTACT_MADE.MADE_ON,
                        CONTACT_MADE.ACTION,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME)
                .orderBy(CONTACT_MADE.DEED_ID.desc(), ACCOUNT_VIEW.CUSTOMER_ID)
                .fetch(row -> row.get(seen)
                        ? new TeamActivity(
                                row.get(CONTACT_MADE.MADE_ON),
                                row.get(CONTACT_MADE.ACTION).label(),
                                "",
                                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                                String.join(", ", row.get(accounts)))
                        : TeamActivity.elsewhere(
                                row.get(CONTACT_MADE.MADE_ON),
                                row.get(CONTACT_MADE.ACTION).label()));
    }

    private List<TeamActivity> promises(String login, Viewer viewer) {
        Field<Boolean> seen = field(TeamScope.seen(viewer));
        return sql.select(PROMISE_VIEW.MADE_ON, PROMISE_VIEW.AMOUNT_MINOR, PROMISE_VIEW.CURRENCY, PROMISE_VIEW.DUE_ON)
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, seen, NAME_OF_ACCOUNT)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.ACTOR.eq(login))
                .and(PROMISE_VIEW.MADE_ON.ge(firstDay()))
                .and(WORDS)
                .and(scope.counted(viewer, PROMISE_VIEW.ACTOR, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(PROMISE_VIEW.PROMISE_ID.desc())
                .fetch(row -> row.get(seen)
                        ? new TeamActivity(
                                row.get(PROMISE_VIEW.MADE_ON),
                                "Promise",
                                "%s by %s"
                                        .formatted(
                                                Sentences.money(Money.ofMinor(
                                                        row.get(PROMISE_VIEW.AMOUNT_MINOR),
                                                        row.get(PROMISE_VIEW.CURRENCY))),
                                                Sentences.day(row.get(PROMISE_VIEW.DUE_ON))),
                                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                                row.get(NAME_OF_ACCOUNT))
                        : TeamActivity.elsewhere(row.get(PROMISE_VIEW.MADE_ON), "Promise"));
    }

    private LocalDate firstDay() {
        return clock.today().minusDays(DAYS - 1L);
    }

    private record Contacts(long today, long all) {
        private static final Contacts NONE = new Contacts(0, 0);
    }

    private Map<String, Contacts> contactsByActor(Viewer viewer) {
        return sql.select(
                        CONTACT_MADE.ACTOR,
                        countDistinct(CONTACT_MADE.DEED_ID).filterWhere(CONTACT_MADE.MADE_ON.eq(inline(clock.today()))),
                        countDistinct(CONTACT_MADE.DEED_ID))
                .from(CONTACT_MADE)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                .where(CONTACT_MADE.MADE_ON.ge(firstDay()))
                .and(COUNTED)
                .and(scope.counted(viewer, CONTACT_MADE.ACTOR, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .groupBy(CONTACT_MADE.ACTOR)
                .fetchMap(row -> row.value1(), row -> new Contacts(row.value2(), row.value3()));
    }

    private Map<String, Integer> promisesByActor(Viewer viewer) {
        return sql.select(PROMISE_VIEW.ACTOR, count())
                .from(PROMISE_VIEW)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.MADE_ON.ge(firstDay()))
                .and(WORDS)
                .and(scope.counted(viewer, PROMISE_VIEW.ACTOR, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .groupBy(PROMISE_VIEW.ACTOR)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
