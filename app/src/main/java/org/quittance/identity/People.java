package org.quittance.identity;

import static org.quittance.db.identity.Tables.PERSON;
import static org.quittance.db.identity.Tables.PERSON_ROLE;
import static org.quittance.db.identity.Tables.PORTFOLIO;
import static org.quittance.db.identity.Tables.PORTFOLIO_MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people, their roles and their portfolios. */
@Service
public class People {

    /** Wrong passwords in a row before sign-in is refused for {@link #LOCKOUT}. */
    public static final int ATTEMPTS_BEFORE_LOCKOUT = 5;

    public static final Duration LOCKOUT = Duration.ofMinutes(15);

    private static final Field<List<Role>> ROLES = DSL.multiset(DSL.select(PERSON_ROLE.ROLE)
                    .from(PERSON_ROLE)
                    .where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
                    .orderBy(PERSON_ROLE.ROLE))
            .convertFrom(rows -> rows.map(row -> Role.valueOf(row.value1())));

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;

    People(DSLContext sql, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return sql.select(PERSON.fields())
                .select(ROLES)
                .from(PERSON)
                .orderBy(PERSON.NAME, PERSON.ID)
                .fetch(People::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> byLogin(String login) {
        return sql.select(PERSON.fields())
                .select(ROLES)
                .from(PERSON)
                .where(PERSON.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
                .fetchOptional(People::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(long personId) {
        return sql.select(PERSON.fields())
                .select(ROLES)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .fetchOptional(People::person);
    }

    @Transactional(readOnly = true)
    public Optional<Credentials> credentials(String login) {
        Field<List<Long>> portfolios = portfoliosOn(clock.today());
        return sql.select(PERSON.fields())
                .select(ROLES, portfolios)
                .from(PERSON)
                .where(PERSON.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new Credentials(
                        new Viewer(
                                row.get(PERSON.ID),
                                row.get(PERSON.LOGIN),
                                row.get(PERSON.NAME),
                                Set.copyOf(row.get(ROLES)),
                                Set.copyOf(row.get(portfolios))),
                        row.get(PERSON.PASSWORD_HASH),
                        row.get(PERSON.PASSWORD_SET_AT),
                        row.get(PERSON.PASSWORD_GIVEN_BY),
                        row.get(PERSON.LOCKED_UNTIL),
                        row.get(PERSON.DISABLED_AT)));
    }

    @Transactional(readOnly = true)
    public List<Portfolio> portfolios() {
        return sql.select(PORTFOLIO.ID, PORTFOLIO.NAME, PORTFOLIO.OWNER_ID, PERSON.NAME)
                .from(PORTFOLIO)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(PORTFOLIO.OWNER_ID))
                .orderBy(PORTFOLIO.NAME, PORTFOLIO.ID)
                .fetch(row -> new Portfolio(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Who sees which portfolio without owning it, by portfolio and name. */
    @Transactional(readOnly = true)
    public List<Opening> openings() {
        return sql.select(PORTFOLIO_MEMBER.PORTFOLIO_ID, PORTFOLIO.NAME, PERSON.ID, PERSON.NAME)
                .from(PORTFOLIO_MEMBER)
                .join(PERSON)
                .on(PERSON.ID.eq(PORTFOLIO_MEMBER.PERSON_ID))
                .join(PORTFOLIO)
                .on(PORTFOLIO.ID.eq(PORTFOLIO_MEMBER.PORTFOLIO_ID))
                .orderBy(PORTFOLIO.NAME, PERSON.NAME, PERSON.ID)
                .fetch(row -> new Opening(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    @Transactional
    public long add(
            String login, String name, String email, Collection<Role> roles, String passwordHash, String actor) {
        long id = sql.insertInto(PERSON, PERSON.LOGIN, PERSON.NAME, PERSON.EMAIL, PERSON.PASSWORD_HASH)
                .values(login.toLowerCase(Locale.ROOT), name, email, passwordHash)
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
        putRoles(id, roles);
        audit.record(actor, "person.added", "person", id, login + " as " + labels(roles));
        return id;
    }

    @Transactional
    public void changeRoles(long personId, Collection<Role> roles, String actor) {
        sql.deleteFrom(PERSON_ROLE).where(PERSON_ROLE.PERSON_ID.eq(personId)).execute();
        putRoles(personId, roles);
        audit.record(actor, "person.roles-changed", "person", personId, labels(roles));
    }

    @Transactional
    public void changePassword(long personId, String passwordHash, Instant now, String actor) {
        sql.update(PERSON)
                .set(PERSON.PASSWORD_HASH, passwordHash)
                .set(PERSON.PASSWORD_SET_AT, now)
                .setNull(PERSON.PASSWORD_GIVEN_BY)
                .set(PERSON.FAILED_ATTEMPTS, 0)
                .setNull(PERSON.LOCKED_UNTIL)
                .where(PERSON.ID.eq(personId))
                .execute();
        audit.record(actor, "person.password-changed", "person", personId, "");
    }

    /** Sets a password that the person did not choose: they must replace it before they can do anything else. */
    @Transactional
    public void givePassword(long personId, String passwordHash, Instant now, String actor) {
        sql.update(PERSON)
                .set(PERSON.PASSWORD_HASH, passwordHash)
                .set(PERSON.PASSWORD_SET_AT, now)
                .set(PERSON.PASSWORD_GIVEN_BY, actor)
                .set(PERSON.FAILED_ATTEMPTS, 0)
                .setNull(PERSON.LOCKED_UNTIL)
                .where(PERSON.ID.eq(personId))
                .execute();
        audit.record(actor, "person.password-given", "person", personId, "");
    }

    @Transactional
    public void disable(long personId, Instant now, String actor) {
        sql.update(PERSON)
                .set(PERSON.DISABLED_AT, now)
                .where(PERSON.ID.eq(personId))
                .execute();
        audit.record(actor, "person.disabled", "person", personId, "");
    }

    @Transactional
    public void enable(long personId, String actor) {
        sql.update(PERSON)
                .setNull(PERSON.DISABLED_AT)
                .setNull(PERSON.LOCKED_UNTIL)
                .set(PERSON.FAILED_ATTEMPTS, 0)
                .where(PERSON.ID.eq(personId))
                .execute();
        audit.record(actor, "person.enabled", "person", personId, "");
    }

    @Transactional
    public long addPortfolio(String name, @Nullable Long ownerId, String actor) {
        long id = sql.insertInto(PORTFOLIO, PORTFOLIO.NAME, PORTFOLIO.OWNER_ID)
                .values(name, ownerId)
                .returningResult(PORTFOLIO.ID)
                .fetchSingle()
                .value1();
        audit.record(actor, "portfolio.added", "portfolio", id, name);
        return id;
    }

    /** Hands the portfolio to another owner, or to nobody for the time being. */
    @Transactional
    public void handOverPortfolio(long portfolioId, @Nullable Long ownerId, String actor) {
        sql.update(PORTFOLIO)
                .set(PORTFOLIO.OWNER_ID, ownerId)
                .where(PORTFOLIO.ID.eq(portfolioId))
                .execute();
        audit.record(
                actor,
                "portfolio.handed-over",
                "portfolio",
                portfolioId,
                ownerId == null ? "to nobody" : "to person " + ownerId);
    }

    @Transactional
    public void openPortfolio(long portfolioId, long personId, String actor) {
        sql.insertInto(PORTFOLIO_MEMBER, PORTFOLIO_MEMBER.PORTFOLIO_ID, PORTFOLIO_MEMBER.PERSON_ID)
                .values(portfolioId, personId)
                .onConflictDoNothing()
                .execute();
        audit.record(actor, "portfolio.opened", "portfolio", portfolioId, "to person " + personId);
    }

    @Transactional
    public void closePortfolio(long portfolioId, long personId, String actor) {
        sql.deleteFrom(PORTFOLIO_MEMBER)
                .where(PORTFOLIO_MEMBER.PORTFOLIO_ID.eq(portfolioId))
                .and(PORTFOLIO_MEMBER.PERSON_ID.eq(personId))
                .execute();
        audit.record(actor, "portfolio.closed", "portfolio", portfolioId, "to person " + personId);
    }

    @Transactional
    public void signedIn(String login) {
        sql.update(PERSON)
                .set(PERSON.FAILED_ATTEMPTS, 0)
                .setNull(PERSON.LOCKED_UNTIL)
                .where(PERSON.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
                .execute();
        audit.record(login, "sign-in.succeeded", "person", login, "");
    }

    /** Counts a wrong password, and locks after {@link #ATTEMPTS_BEFORE_LOCKOUT} in a row. */
    @Transactional
    public void signInFailed(String login, Instant now) {
        Integer attempts = sql.update(PERSON)
                .set(PERSON.FAILED_ATTEMPTS, PERSON.FAILED_ATTEMPTS.plus(1))
                .where(PERSON.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
                .returningResult(PERSON.FAILED_ATTEMPTS)
                .fetchOptional(row -> row.value1())
                .orElse(null);
        if (attempts != null && attempts >= ATTEMPTS_BEFORE_LOCKOUT) {
            sql.update(PERSON)
                    .set(PERSON.LOCKED_UNTIL, now.plus(LOCKOUT))
                    .set(PERSON.FAILED_ATTEMPTS, 0)
                    .where(PERSON.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
                    .execute();
            audit.record(login, "sign-in.locked", "person", login, "after " + attempts + " wrong passwords");
        } else {
            audit.record(login, "sign-in.failed", "person", login, attempts == null ? "no such person" : "");
        }
    }

    /** The person's own, those opened to them, and those of the people for whom they cover on the day. */
    private static Field<List<Long>> portfoliosOn(LocalDate day) {
        return DSL.multiset(DSL.select(PORTFOLIO_MEMBER.PORTFOLIO_ID)
                        .from(PORTFOLIO_MEMBER)
                        .where(PORTFOLIO_MEMBER.PERSON_ID.eq(PERSON.ID))
                        .union(DSL.select(PORTFOLIO.ID).from(PORTFOLIO).where(PORTFOLIO.OWNER_ID.eq(PERSON.ID)))
                        .union(Absences.coveredPortfolios(day)))
                .convertFrom(rows -> rows.map(row -> row.value1()));
    }

    private void putRoles(long personId, Collection<Role> roles) {
        var insert = sql.insertInto(PERSON_ROLE, PERSON_ROLE.PERSON_ID, PERSON_ROLE.ROLE);
        for (Role role : roles) {
            insert = insert.values(personId, role.name());
        }
        if (!roles.isEmpty()) {
            insert.execute();
        }
    }

    private static String labels(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
    }

    private static Person person(Record row) {
        return new Person(
                row.get(PERSON.ID),
                row.get(PERSON.LOGIN),
                row.get(PERSON.NAME),
                row.get(PERSON.EMAIL),
                Set.copyOf(row.get(ROLES)),
                row.get(PERSON.PASSWORD_GIVEN_BY),
                row.get(PERSON.LOCKED_UNTIL),
                row.get(PERSON.DISABLED_AT));
    }
}
