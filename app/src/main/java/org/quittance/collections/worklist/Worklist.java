package org.quittance.collections.worklist;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.ESCALATION_NOW;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.collections.Tables.RUN;
import static org.quittance.db.collections.Tables.SNOOZE;
import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.InForceList;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Runs;
import org.quittance.collections.decision.WorklistTotals;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.core.collections.Escalation;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.StepOwner;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that somebody can work, the most urgent first.
 *
 * <p>A row's copy of its portfolio leads a collector's query into an index of few rows; who may see the account is asked of the account
 * itself. The copy follows in the transaction that moves an account ({@code team.PortfolioFollowing}), and the summary, which is read from sums by it.
 */
@Service
@Transactional(readOnly = true)
public class Worklist {

    private static final Table<?> WITH_ACCOUNT =
            DECISION.join(ACCOUNT_VIEW).on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID));

    private final DSLContext sql;
    private final Runs runs;
    private final AutomaticSending sending;
    private final WorklistTotals totals;
    private final InForceList inForce;
    private final BusinessClock clock;

    Worklist(
            DSLContext sql,
            Runs runs,
            AutomaticSending sending,
            WorklistTotals totals,
            InForceList inForce,
            BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.totals = totals;
        this.inForce = inForce;
        this.sending = sending;
        this.clock = clock;
    }

    /** By points, then by account. Empty before the first run. */
    public List<WorklistRow> rows(Viewer viewer, WorklistFilter filter, int offset, int most) {
        Optional<Long> run = runs.published();
        if (run.isEmpty()) {
            return List.of();
        }
        Result<? extends Record> found = sql.select(DECISION.fields())
                .select(
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ENTITY_NAME,
                        ACCOUNT_VIEW.PORTFOLIO_ID,
                        ACCOUNT_VIEW.PORTFOLIO_NAME,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        STRATEGY.CODE,
                        STRATEGY.NAME,
                        STRATEGY.VERSION)
                .from(WITH_ACCOUNT)
                .join(STRATEGY)
                .on(STRATEGY.ID.eq(DECISION.STRATEGY_ID))
                .where(DECISION.RUN_ID.eq(run.get()))
                .and(visible(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(matching(filter))
                .orderBy(DECISION.POINTS.desc(), DECISION.ACCOUNT_ID)
                .offset(offset)
                .limit(most)
                .fetch();
        Map<Long, List<InForce>> standing = inForce.ofAccounts(found.getValues(DECISION.ACCOUNT_ID), clock.today());
        Map<Long, String> why = whySnoozed(found);
        return found.map(row -> WorklistReading.row(row, standing, why));
    }

    private Map<Long, String> whySnoozed(Result<? extends Record> found) {
        Long[] snoozed = found.stream()
                .filter(row -> row.get(DECISION.SNOOZED_UNTIL) != null)
                .map(row -> row.get(DECISION.ACCOUNT_ID))
                .toArray(Long[]::new);
        return sql.select(SNOOZE.ACCOUNT_ID, SNOOZE.REASON)
                .distinctOn(SNOOZE.ACCOUNT_ID)
                .from(SNOOZE)
                .where(SNOOZE.ACCOUNT_ID.eq(any(snoozed)))
                .and(Overrides.stands(SNOOZE))
                .orderBy(SNOOZE.ACCOUNT_ID, SNOOZE.ID.desc())
                .fetchMap(SNOOZE.ACCOUNT_ID, SNOOZE.REASON);
    }

    /** Which of the customers the viewer still finds in the list. */
    Set<Long> stillThere(Viewer viewer, WorklistFilter filter, Set<Long> customers) {
        return runs.published()
                .map(run -> sql.selectDistinct(DECISION.CUSTOMER_ID)
                        .from(WITH_ACCOUNT)
                        .where(DECISION.RUN_ID.eq(run))
                        .and(DECISION.CUSTOMER_ID.eq(any(customers.toArray(Long[]::new))))
                        .and(visible(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .and(matching(filter))
                        .fetchSet(DECISION.CUSTOMER_ID))
                .orElse(Set.of());
    }

    public long count(Viewer viewer, WorklistFilter filter) {
        return runs.published()
                .map(run -> sql.select(DSL.count())
                        .from(filter.entityId() == null ? decisionsFor(viewer) : WITH_ACCOUNT)
                        .where(DECISION.RUN_ID.eq(run))
                        .and(visible(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .and(matching(filter))
                        .fetchSingle()
                        .value1()
                        .longValue())
                .orElse(0L);
    }

    /** How many accounts there are to do in each portfolio that has some. */
    public Map<Long, Long> toDoByPortfolio(Viewer viewer) {
        return runs.published()
                .map(run -> sql.select(DECISION.PORTFOLIO_ID, DSL.count().cast(Long.class))
                        .from(DECISION)
                        .where(DECISION.RUN_ID.eq(run))
                        .and(toDo())
                        .and(Visibility.of(viewer, DECISION.PORTFOLIO_ID))
                        .groupBy(DECISION.PORTFOLIO_ID)
                        .fetchMap(row -> row.value1(), row -> row.value2()))
                .orElse(Map.of());
    }

    /** What the viewer's day holds: sums that are kept, so that it costs the same for a few accounts and for all. */
    public WorklistSummary summary(Viewer viewer) {
        long promisesDueToday = promisesDueToday(viewer);
        Optional<Long> run = runs.published();
        if (run.isEmpty()) {
            return new WorklistSummary(0, List.of(), 0, promisesDueToday, 0, 0, null);
        }
        long id = run.get();
        WorklistTotals.Counts counts = totals.counts(viewer, id, clock.today(), sending.mode());
        return new WorklistSummary(
                counts.toDo(),
                totals.atStake(viewer, id, clock.today(), sending.mode()),
                counts.broken(),
                promisesDueToday,
                counts.snoozed(),
                counts.automatic(),
                run(id));
    }

    private long promisesDueToday(Viewer viewer) {
        return sql.select(DSL.count())
                .from(PROMISE_VIEW)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.DUE_ON.eq(clock.today()))
                .and(PROMISE_VIEW.ORIGIN.eq(PromiseOrigin.CUSTOMER))
                .and(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .fetchSingle()
                .value1();
    }

    private WorklistSummary.Run run(long id) {
        var row = sql.fetchSingle(RUN, RUN.ID.eq(id));
        return new WorklistSummary.Run(id, row.getAsOf(), row.getPublishedAt(), row.getAccounts(), row.getActions());
    }

    /** The decisions, with their accounts where it must be asked whose these are. */
    private static Table<?> decisionsFor(Viewer viewer) {
        return viewer.seesEverything() ? DECISION : WITH_ACCOUNT;
    }

    private static Condition visible(Viewer viewer, Field<Long> owner) {
        return Visibility.of(viewer, owner).and(Visibility.of(viewer, DECISION.PORTFOLIO_ID));
    }

    private Condition matching(WorklistFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                switch (filter.show()) {
                    case TO_DO -> toDo();
                    case FOR_LEADS -> toDo().and(DECISION.OWNER.eq(StepOwner.LEAD));
                    case FOR_MANAGER -> toDo().and(DECISION.OWNER.eq(StepOwner.MANAGER));
                    case AUTOMATIC ->
                        DECISION.OUTCOME
                                .eq("ACT")
                                .and(DECISION.AUTOMATIC_ITEMS.gt(0))
                                .and(not(asleep()));
                    case SNOOZED -> DECISION.OUTCOME.eq("ACT").and(asleep());
                    case WAITING -> DECISION.OUTCOME.ne("ACT");
                    case BROKEN_PROMISES -> DECISION.PROMISE_STATE.in(PromiseState.BROKEN, PromiseState.PART_KEPT);
                    case HANDED_OVER ->
                        DECISION.ACCOUNT_ID.in(select(ESCALATION_NOW.ACCOUNT_ID)
                                .from(ESCALATION_NOW)
                                .where(ESCALATION_NOW.STATE.eq(Escalation.State.APPROVED))
                                .and(EscalationList.handingOver()));
                    case EVERYTHING -> noCondition();
                });
        if (filter.entityId() != null) {
            conditions.add(ACCOUNT_VIEW.ENTITY_ID.eq(filter.entityId()));
        }
        if (filter.portfolioId() != null) {
            conditions.add(DECISION.PORTFOLIO_ID.eq(filter.portfolioId()));
        }
        if (filter.currency() != null) {
            conditions.add(val(filter.currency()).eq(any(DECISION.CURRENCIES)));
        }
        if (filter.action() != null) {
            conditions.add(DECISION.ACTION.eq(filter.action()).or(DECISION.BESIDE_ACTION.eq(filter.action())));
        }
        return conditions.stream().reduce(noCondition(), Condition::and);
    }

    private Condition toDo() {
        Condition forAPerson = switch (sending.mode()) {
            case ON -> DECISION.BY_HAND_ITEMS.gt(0);
            case PROPOSE -> noCondition();
        };
        return DECISION.OUTCOME.eq("ACT").and(forAPerson).and(not(asleep()));
    }

    private Condition asleep() {
        return DECISION.SNOOZED_UNTIL.isNotNull().and(DECISION.SNOOZED_UNTIL.gt(clock.today()));
    }
}
