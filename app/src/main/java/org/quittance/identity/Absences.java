package org.quittance.identity;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.identity.Tables.ABSENCE;
import static org.quittance.db.identity.Tables.ABSENCE_END;
import static org.quittance.db.identity.Tables.PERSON;
import static org.quittance.db.identity.Tables.PORTFOLIO;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.quittance.audit.AuditTrail;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who is away and who covers. On these days, and by themselves, the portfolios of whoever is away are open to whoever covers; they stay the
 * other's, and every page goes on to name their owner.
 *
 * <p>Cover is not passed on: whoever covers for somebody who covers sees the portfolios of the former alone.
 */
@Service
public class Absences {

    private static final Set<Role> WORK_ACCOUNTS = Set.of(Role.COLLECTOR, Role.TEAM_LEAD, Role.MANAGER);
    private static final Field<LocalDate> LAST_DAY = coalesce(ABSENCE_END.LAST_DAY, ABSENCE.LAST_DAY);

    private final DSLContext sql;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Absences(DSLContext sql, People people, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be entered. */
    public record Wish(long personId, long coverId, LocalDate firstDay, LocalDate lastDay, String reason) {}

    @Transactional
    public AbsenceOutcome enter(Wish wish, Viewer viewer) {
        AbsenceOutcome outcome = judge(wish);
        if (outcome == AbsenceOutcome.DONE) {
            long id = sql.insertInto(
                            ABSENCE,
                            ABSENCE.PERSON_ID,
                            ABSENCE.COVER_ID,
                            ABSENCE.FIRST_DAY,
                            ABSENCE.LAST_DAY,
                            ABSENCE.REASON,
                            ABSENCE.ACTOR)
                    .values(
                            wish.personId(),
                            wish.coverId(),
                            wish.firstDay(),
                            wish.lastDay(),
                            wish.reason().strip(),
                            viewer.login())
                    .returning(ABSENCE.ID)
                    .fetchSingle()
                    .getId();
            audit.record(
                    viewer.login(),
                    "absence.entered",
                    "person",
                    wish.personId(),
                    "from %s to %s, covered by person %d, absence %d"
                            .formatted(wish.firstDay(), wish.lastDay(), wish.coverId(), id));
        }
        return outcome;
    }

    private AbsenceOutcome judge(Wish wish) {
        Optional<Person> cover = people.find(wish.coverId()).filter(person -> !person.isDisabled());
        if (cover.isEmpty() || people.find(wish.personId()).isEmpty()) {
            return AbsenceOutcome.NO_SUCH_PERSON;
        }
        if (wish.personId() == wish.coverId()) {
            return AbsenceOutcome.COVERS_THEMSELVES;
        }
        if (cover.get().roles().stream().noneMatch(WORK_ACCOUNTS::contains)) {
            return AbsenceOutcome.COVER_WORKS_NO_ACCOUNTS;
        }
        if (wish.lastDay().isBefore(wish.firstDay())) {
            return AbsenceOutcome.ENDS_BEFORE_IT_BEGINS;
        }
        if (wish.lastDay().isBefore(clock.today())) {
            return AbsenceOutcome.IN_THE_PAST;
        }
        List<Absence> meanwhile = notOver().stream()
                .filter(absence -> absence.meets(wish.firstDay(), wish.lastDay()))
                .toList();
        if (meanwhile.stream().anyMatch(absence -> absence.personId() == wish.personId())) {
            return AbsenceOutcome.AWAY_ALREADY;
        }
        if (meanwhile.stream().anyMatch(absence -> absence.personId() == wish.coverId())) {
            return AbsenceOutcome.COVER_IS_AWAY;
        }
        return meanwhile.stream().anyMatch(absence -> absence.coverId() == wish.personId())
                ? AbsenceOutcome.COVERS_SOMEBODY
                : AbsenceOutcome.DONE;
    }

    /** Somebody is back: the absence is over with yesterday. */
    @Transactional
    public AbsenceOutcome end(long absenceId, Viewer viewer) {
        Optional<Absence> absence =
                notOver().stream().filter(each -> each.id() == absenceId).findFirst();
        if (absence.isEmpty()) {
            return AbsenceOutcome.NO_SUCH_ABSENCE;
        }
        sql.insertInto(ABSENCE_END, ABSENCE_END.ABSENCE_ID, ABSENCE_END.LAST_DAY, ABSENCE_END.ACTOR)
                .values(absenceId, clock.today().minusDays(1), viewer.login())
                .execute();
        audit.record(viewer.login(), "absence.ended", "person", absence.get().personId(), "absence " + absenceId);
        return AbsenceOutcome.DONE;
    }

    /** Those of today and later, by first day. */
    @Transactional(readOnly = true)
    public List<Absence> notOver() {
        return absences(LAST_DAY.ge(clock.today()));
    }

    /** For whom the person covers today. */
    @Transactional(readOnly = true)
    public List<Absence> coveredBy(long personId) {
        return absences(ABSENCE.COVER_ID.eq(personId).and(holdsOn(clock.today())));
    }

    /** The portfolios that are open to the person of the surrounding query because they cover on the day. */
    static Select<Record1<Long>> coveredPortfolios(LocalDate day) {
        return select(PORTFOLIO.ID)
                .from(PORTFOLIO)
                .join(ABSENCE)
                .on(ABSENCE.PERSON_ID.eq(PORTFOLIO.OWNER_ID))
                .leftJoin(ABSENCE_END)
                .on(ABSENCE_END.ABSENCE_ID.eq(ABSENCE.ID))
                .where(ABSENCE.COVER_ID.eq(PERSON.ID))
                .and(holdsOn(day));
    }

    private static Condition holdsOn(LocalDate day) {
        return ABSENCE.FIRST_DAY.le(day).and(LAST_DAY.ge(day));
    }

    private List<Absence> absences(Condition which) {
        var person = PERSON.as("away");
        var cover = PERSON.as("cover");
        return sql.select(
                        ABSENCE.ID,
                        ABSENCE.PERSON_ID,
                        person.NAME,
                        ABSENCE.COVER_ID,
                        cover.NAME,
                        ABSENCE.FIRST_DAY,
                        LAST_DAY,
                        ABSENCE.REASON,
                        ABSENCE.ACTOR)
                .from(ABSENCE)
                .leftJoin(ABSENCE_END)
                .on(ABSENCE_END.ABSENCE_ID.eq(ABSENCE.ID))
                .join(person)
                .on(person.ID.eq(ABSENCE.PERSON_ID))
                .join(cover)
                .on(cover.ID.eq(ABSENCE.COVER_ID))
                .where(which)
                .orderBy(ABSENCE.FIRST_DAY, ABSENCE.ID)
                .fetch(Records.mapping(Absence::new));
    }
}
