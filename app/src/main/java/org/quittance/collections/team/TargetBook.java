package org.quittance.collections.team;

import static org.quittance.db.collections.Tables.TARGET;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.team.TargetSubject.Kind;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.db.collections.tables.records.TargetRecord;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the targets of people and portfolios by month. A row is never changed; the latest of a subject and measure holds.
 *
 * <p>Targets of a month that is over stay as they were: nobody sets a goal after the fact.
 */
@Service
public class TargetBook {

    private static final long KEEPING_LOCK = 0x51_75_69_74_54_67L;

    private final DSLContext sql;
    private final People people;
    private final AuditTrail audit;

    TargetBook(DSLContext sql, People people, AuditTrail audit) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
    }

    /**
     * A target as it was set.
     *
     * @param subject its key
     * @param currency of an amount; null for a count
     * @param goal in minor units or as a count; null where the target was taken back
     */
    public record Target(
            String subject,
            TargetMeasure measure,
            @Nullable String currency,
            @Nullable Long goal,
            String actor,
            Instant recordedAt) {

        private boolean says(Wish wish) {
            return Objects.equals(goal, wish.goal()) && (goal == null || Objects.equals(currency, wish.currency()));
        }
    }

    /** A target that somebody would like to set; without a goal, to take back. */
    public record Wish(
            TargetSubject subject,
            TargetMeasure measure,
            @Nullable String currency,
            @Nullable Long goal) {}

    /** What became of wishes. */
    public sealed interface Outcome {

        /** So many were set or taken back. */
        record Kept(int targets) implements Outcome {}

        /** None was. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Why not, each with a sentence. */
    public enum Refusal {
        OVER("The month is over: what was to be reached in it stays as it was set."),
        NOT_YOURS("Somebody among them owns no portfolio that you see. A credit manager sets these targets."),
        NOTHING_CHANGED("These are the targets already. Change one of them."),
        NOTHING_TO_COPY("The month before has no target that this one lacks.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** People who own a portfolio that the viewer sees, then these portfolios, each by name. */
    @Transactional(readOnly = true)
    public List<TargetSubject> subjects(Viewer viewer) {
        List<Portfolio> seen = people.portfolios().stream()
                .filter(portfolio -> portfolio.ownerId() != null)
                .filter(portfolio ->
                        viewer.seesEverything() || viewer.portfolios().contains(portfolio.id()))
                .toList();
        List<TargetSubject> subjects = new ArrayList<>();
        for (Person person : people.all()) {
            Set<Long> owned = seen.stream()
                    .filter(portfolio -> Objects.equals(portfolio.ownerId(), person.id()))
                    .map(Portfolio::id)
                    .collect(Collectors.toSet());
            if (!owned.isEmpty()) {
                subjects.add(new TargetSubject(Kind.PERSON, person.id(), person.name(), person.login(), owned));
            }
        }
        seen.forEach(portfolio -> subjects.add(
                new TargetSubject(Kind.PORTFOLIO, portfolio.id(), portfolio.name(), "", Set.of(portfolio.id()))));
        return subjects;
    }

    /** The targets that hold in the month, by the key of their subject. */
    @Transactional(readOnly = true)
    public Map<String, Map<TargetMeasure, Target>> of(YearMonth month) {
        Map<String, Map<TargetMeasure, Target>> targets = new HashMap<>();
        history(month)
                .reversed()
                .forEach(target -> targets.computeIfAbsent(target.subject(), _ -> new EnumMap<>(TargetMeasure.class))
                        .put(target.measure(), target));
        targets.values().forEach(own -> own.values().removeIf(target -> target.goal() == null));
        return targets;
    }

    /** Everything that was ever set for the month, the latest first. */
    @Transactional(readOnly = true)
    public List<Target> history(YearMonth month) {
        return sql.selectFrom(TARGET)
                .where(TARGET.MONTH.eq(month.atDay(1)))
                .orderBy(TARGET.ID.desc())
                .fetch(TargetBook::target);
    }

    /** Sets targets for a month; those that say what holds already are passed over. */
    @Transactional
    public Outcome keep(YearMonth month, LocalDate today, List<Wish> wishes, Viewer viewer) {
        return keep(month, today, wishes, Refusal.NOTHING_CHANGED, viewer);
    }

    /** Sets what was to be reached in the month before, for whom nothing of the kind is set yet. */
    @Transactional
    public Outcome copy(YearMonth month, LocalDate today, Viewer viewer) {
        Map<String, Map<TargetMeasure, Target>> before = of(month.minusMonths(1));
        Map<String, Map<TargetMeasure, Target>> now = of(month);
        List<Wish> wishes = new ArrayList<>();
        for (TargetSubject subject : subjects(viewer)) {
            before.getOrDefault(subject.key(), Map.of()).forEach((measure, target) -> {
                if (!now.getOrDefault(subject.key(), Map.of()).containsKey(measure)) {
                    wishes.add(new Wish(subject, measure, target.currency(), target.goal()));
                }
            });
        }
        return keep(month, today, wishes, Refusal.NOTHING_TO_COPY, viewer);
    }

    private Outcome keep(YearMonth month, LocalDate today, List<Wish> wishes, Refusal ifNone, Viewer viewer) {
        if (month.isBefore(YearMonth.from(today))) {
            return new Outcome.Refused(Refusal.OVER);
        }
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(KEEPING_LOCK));
        List<TargetSubject> subjects = subjects(viewer);
        if (!wishes.stream().allMatch(wish -> subjects.contains(wish.subject()))) {
            return new Outcome.Refused(Refusal.NOT_YOURS);
        }
        Map<String, Map<TargetMeasure, Target>> now = of(month);
        List<TargetRecord> rows = wishes.stream()
                .filter(wish -> Optional.ofNullable(
                                now.getOrDefault(wish.subject().key(), Map.of()).get(wish.measure()))
                        .map(target -> !target.says(wish))
                        .orElse(wish.goal() != null))
                .map(wish -> row(month, wish, viewer.login()))
                .toList();
        if (rows.isEmpty()) {
            return new Outcome.Refused(ifNone);
        }
        sql.batchInsert(rows).execute();
        audit.record(viewer.login(), "targets.set", "month", month, rows.size() + " targets");
        return new Outcome.Kept(rows.size());
    }

    private TargetRecord row(YearMonth month, Wish wish, String actor) {
        TargetRecord row = sql.newRecord(TARGET);
        row.setMonth(month.atDay(1));
        switch (wish.subject().kind()) {
            case PERSON -> row.setPersonId(wish.subject().id());
            case PORTFOLIO -> row.setPortfolioId(wish.subject().id());
        }
        row.setMeasure(wish.measure().name());
        row.setCurrency(wish.currency());
        row.setGoal(wish.goal());
        row.setActor(actor);
        return row;
    }

    private static Target target(TargetRecord row) {
        Long person = row.getPersonId();
        return new Target(
                person == null ? Kind.PORTFOLIO + "-" + row.getPortfolioId() : Kind.PERSON + "-" + person,
                TargetMeasure.valueOf(row.getMeasure()),
                row.getCurrency(),
                row.getGoal(),
                row.getActor(),
                row.getRecordedAt());
    }
}
