package org.quittance.collections.team;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CONTACT_MADE;
import static org.quittance.db.collections.Tables.MESSAGE_UNSENT;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.collections.worklist.Worklist;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team at a glance: whose list is how long, and what each has done. Counts accounts that the viewer sees. */
@Service
@Transactional(readOnly = true)
public class TeamBook {

    /** How far back the page looks, today among them. */
    public static final int DAYS = 7;

    /** A message that never left was no contact. */
    static final Condition LEFT =
            notExists(selectOne().from(MESSAGE_UNSENT).where(MESSAGE_UNSENT.MESSAGE_ID.eq(CONTACT_MADE.MESSAGE_ID)));

    private final DSLContext sql;
    private final Worklist worklist;
    private final People people;
    private final BusinessClock clock;

    TeamBook(DSLContext sql, Worklist worklist, People people, BusinessClock clock) {
        this.sql = sql;
        this.worklist = worklist;
        this.people = people;
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

    /** What the person has done in the last days about accounts that the viewer sees, the latest first. */
    public List<TeamActivity> activity(String login, Viewer viewer) {
        List<TeamActivity> done = new ArrayList<>();
        sql.select(
                        CONTACT_MADE.MADE_ON,
                        CONTACT_MADE.ACTION,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER)
                .from(CONTACT_MADE)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                .where(CONTACT_MADE.ACTOR.eq(login))
                .and(CONTACT_MADE.MADE_ON.ge(firstDay()))
                .and(LEFT)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(CONTACT_MADE.ID.desc())
                .forEach(row -> done.add(new TeamActivity(
                        row.value1(),
                        row.value2().label(),
                        "",
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6())));
        sql.select(
                        PROMISE_VIEW.MADE_ON,
                        PROMISE_VIEW.AMOUNT_MINOR,
                        PROMISE_VIEW.CURRENCY,
                        PROMISE_VIEW.DUE_ON,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.ACTOR.eq(login))
                .and(PROMISE_VIEW.MADE_ON.ge(firstDay()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(PROMISE_VIEW.PROMISE_ID.desc())
                .forEach(row -> done.add(new TeamActivity(
                        row.value1(),
                        "Promise",
                        "%s by %s"
                                .formatted(
                                        Sentences.money(Money.ofMinor(row.value2(), row.value3())),
                                        Sentences.day(row.value4())),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8())));
        done.sort(Comparator.comparing(TeamActivity::on).reversed());
        return done;
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
                        count().filterWhere(CONTACT_MADE.MADE_ON.eq(inline(clock.today()))),
                        count())
                .from(CONTACT_MADE)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                .where(CONTACT_MADE.MADE_ON.ge(firstDay()))
                .and(LEFT)
                .and(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .groupBy(CONTACT_MADE.ACTOR)
                .fetchMap(row -> row.value1(), row -> new Contacts(row.value2(), row.value3()));
    }

    private Map<String, Integer> promisesByActor(Viewer viewer) {
        return sql.select(PROMISE_VIEW.ACTOR, count())
                .from(PROMISE_VIEW)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.MADE_ON.ge(firstDay()))
                .and(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .groupBy(PROMISE_VIEW.ACTOR)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
