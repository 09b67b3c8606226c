package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.DUNNING;
import static org.quittance.db.collections.Tables.PUBLISHED_RUN;
import static org.quittance.db.collections.Tables.REDECIDED;
import static org.quittance.db.collections.Tables.RUN;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules;
import org.quittance.db.collections.tables.records.RunRecord;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the runs: which is under way, which everybody sees. */
@Component
public class Runs {

    private static final String RUNNING = "RUNNING";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String ABANDONED = "ABANDONED";
    private static final int KEPT = 2;
    /** Whoever replaces rows of the published run shares it; whoever flips has it alone. */
    private static final long FLIP_LOCK = 0x51_75_69_74_74_11L;

    private final DSLContext sql;
    private final RuleBook ruleBook;
    private final DecisionRows rows;
    private final AccountDecisions decisions;
    private final WorklistTotals totals;
    private final Rollouts rollouts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Runs(
            DSLContext sql,
            RuleBook ruleBook,
            DecisionRows rows,
            AccountDecisions decisions,
            WorklistTotals totals,
            Rollouts rollouts,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.ruleBook = ruleBook;
        this.rows = rows;
        this.decisions = decisions;
        this.totals = totals;
        this.rollouts = rollouts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A run that is under way. */
    record Begun(long id, LocalDate asOf, Rules rules, String actor) {}

    /**
     * Begins a run, or takes up the one for the same day that broke off; one for another day that broke off is given up. Committed before
     * the run takes its snapshot, so that no change falls between the snapshot and the noting of changes for the run.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Begun begin(LocalDate asOf, String actor) {
        Rules rules = ruleBook.rules(asOf);
        Optional<RunRecord> brokenOff = sql.fetchOptional(RUN, RUN.STATE.eq(RUNNING));
        if (brokenOff.isPresent() && !brokenOff.get().getAsOf().equals(asOf)) {
            brokenOff.get().setState(ABANDONED);
            brokenOff.get().update();
        }
        RunRecord run = brokenOff.filter(row -> row.getState().equals(RUNNING)).orElseGet(() -> sql.newRecord(RUN));
        run.setAsOf(asOf);
        run.setState(RUNNING);
        run.setPolicyId(rules.policyId());
        run.setActor(actor);
        run.store();
        return new Begun(run.getId(), asOf, rules, actor);
    }

    /** Decides again what has changed since the run's snapshot, and makes the run the one that everybody sees. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public RunOutcome.Published publish(Begun begun) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(FLIP_LOCK));
        Set<Long> changed = new HashSet<>(sql.select(REDECIDED.ACCOUNT_ID)
                .from(REDECIDED)
                .where(REDECIDED.RUN_ID.eq(begun.id()))
                .fetch(REDECIDED.ACCOUNT_ID));
        decisions.decideInto(begun.id(), changed, begun.asOf(), begun.rules());
        rollouts.enter(begun.id(), begun.rules());
        totals.count(begun.id());
        var counts = sql.select(DSL.count(), DSL.count().filterWhere(DECISION.OUTCOME.eq("ACT")))
                .from(DECISION)
                .where(DECISION.RUN_ID.eq(begun.id()))
                .fetchSingle();
        long accounts = counts.value1();
        long actions = counts.value2();
        sql.update(RUN)
                .set(RUN.STATE, PUBLISHED)
                .set(RUN.PUBLISHED_AT, clock.now())
                .set(RUN.ACCOUNTS, accounts)
                .set(RUN.ACTIONS, actions)
                .where(RUN.ID.eq(begun.id()))
                .execute();
        sql.insertInto(PUBLISHED_RUN, PUBLISHED_RUN.RUN_ID)
                .values(begun.id())
                .onConflict(PUBLISHED_RUN.ONLY_ONE)
                .doUpdate()
                .set(PUBLISHED_RUN.RUN_ID, begun.id())
                .execute();
        sql.deleteFrom(REDECIDED).where(REDECIDED.RUN_ID.le(begun.id())).execute();
        audit.record(
                begun.actor(),
                "run.published",
                "run",
                begun.id(),
                "for %s: %d accounts, %d with something to do".formatted(begun.asOf(), accounts, actions));
        return new RunOutcome.Published(begun.id(), accounts, actions);
    }

    /** Removes the decisions of all but the last runs, and the steps of items that were settled long ago. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tidyUp(LocalDate asOf) {
        Set<Long> kept = new HashSet<>(sql.select(RUN.ID)
                .from(RUN)
                .where(RUN.STATE.eq(PUBLISHED))
                .orderBy(RUN.ID.desc())
                .limit(KEPT)
                .fetch(RUN.ID));
        List<Long> withRows = sql.select(RUN.ID)
                .from(RUN)
                .where(RUN.ID.notIn(kept))
                .and(RUN.STATE.ne(RUNNING))
                .and(DSL.exists(DSL.selectOne().from(DECISION).where(DECISION.RUN_ID.eq(RUN.ID))))
                .fetch(RUN.ID);
        rows.remove(Set.copyOf(withRows));
        sql.deleteFrom(DUNNING)
                .where(DUNNING.LAST_ON.lt(asOf.minusDays(FactQueries.MEMORY_DAYS)))
                .and(DSL.notExists(
                        DSL.selectOne().from(OPEN_ITEM_VIEW).where(OPEN_ITEM_VIEW.ITEM_ID.eq(DUNNING.ITEM_ID))))
                .execute();
    }

    /** The run that everybody sees, under a lock that no flip passes until the transaction ends; empty before the first run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> holdPublished() {
        sql.execute("select pg_advisory_xact_lock_shared({0})", DSL.val(FLIP_LOCK));
        return published();
    }

    public Optional<Long> published() {
        return sql.select(PUBLISHED_RUN.RUN_ID).from(PUBLISHED_RUN).fetchOptional(PUBLISHED_RUN.RUN_ID);
    }

    /** Tells the run under way, if there is one, that its snapshot is older than what is known of the accounts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteForRunUnderWay(Set<Long> accounts) {
        sql.select(RUN.ID)
                .from(RUN)
                .where(RUN.STATE.eq(RUNNING))
                .fetchOptional(RUN.ID)
                .ifPresent(running -> {
                    var insert = sql.insertInto(REDECIDED, REDECIDED.RUN_ID, REDECIDED.ACCOUNT_ID);
                    for (Long account : accounts) {
                        insert = insert.values(running, account);
                    }
                    insert.onConflictDoNothing().execute();
                });
    }
}
