package org.quittance.collections.decision;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.WORKLIST_TOTAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.collections.AutomaticSending;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sums over all decisions of a run by portfolio, each kept in 64 parts: what somebody's day holds, without counting the accounts.
 *
 * <p>Invariant: for a published run they are the sums of {@code collections.decision_part}. The run counts them before it is published, and
 * whoever replaces a decision takes the old one's part away and adds the new one's, in the same transaction and under the lock that
 * {@link Redecision} takes on the part.
 */
@Component
public class WorklistTotals {

    private static final SqlFile ADD = SqlFile.beside(WorklistTotals.class, "add_totals.sql");
    private static final SqlFile COUNT = SqlFile.beside(WorklistTotals.class, "count_totals.sql");

    private final DSLContext sql;

    WorklistTotals(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How many accounts; without what is asked for.
     *
     * @param broken with a promise that failed, whether there is something to do about them or not
     */
    public record Counts(long toDo, long broken, long snoozed, long automatic) {}

    /** Before the decisions about the accounts go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAway(long runId, Set<Long> accounts) {
        add(-1, runId, accounts);
    }

    /** After the decisions about the accounts have come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long runId, Set<Long> accounts) {
        add(1, runId, accounts);
    }

    /** Counts all decisions of the run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(long runId) {
        remove(Set.of(runId));
        sql.execute(COUNT.text(), val(runId));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Set<Long> runIds) {
        sql.deleteFrom(WORKLIST_TOTAL)
                .where(WORKLIST_TOTAL.RUN_ID.eq(any(runIds.toArray(Long[]::new))))
                .execute();
    }

    public Counts counts(Viewer viewer, long runId, LocalDate today, AutomaticSending.Mode mode) {
        boolean byHandOnly = switch (mode) {
            case ON -> true;
            case PROPOSE -> false;
        };
        Condition awake = awake(today);
        return sql.select(
                        total(byHandOnly ? WORKLIST_TOTAL.BY_HAND : WORKLIST_TOTAL.ACTS, awake),
                        total(WORKLIST_TOTAL.BROKEN, noCondition()),
                        total(WORKLIST_TOTAL.ACTS, awake.not()),
                        total(WORKLIST_TOTAL.AUTOMATIC, awake))
                .from(WORKLIST_TOTAL)
                .where(WORKLIST_TOTAL.RUN_ID.eq(runId))
                .and(Visibility.of(viewer, WORKLIST_TOTAL.PORTFOLIO_ID))
                .fetchSingle(row -> new Counts(
                        row.value1().longValueExact(),
                        row.value2().longValueExact(),
                        row.value3().longValueExact(),
                        row.value4().longValueExact()));
    }

    /** What the accounts to do ask for, per currency, by code. */
    public List<Money> atStake(Viewer viewer, long runId, LocalDate today, AutomaticSending.Mode mode) {
        Field<BigDecimal> stake = sum(
                switch (mode) {
                    case ON -> WORKLIST_TOTAL.STAKE_BY_HAND_MINOR;
                    case PROPOSE -> WORKLIST_TOTAL.STAKE_MINOR;
                });
        return sql.select(WORKLIST_TOTAL.CURRENCY, stake)
                .from(WORKLIST_TOTAL)
                .where(WORKLIST_TOTAL.RUN_ID.eq(runId))
                .and(Visibility.of(viewer, WORKLIST_TOTAL.PORTFOLIO_ID))
                .and(awake(today))
                .groupBy(WORKLIST_TOTAL.CURRENCY)
                .having(stake.gt(BigDecimal.ZERO))
                .orderBy(WORKLIST_TOTAL.CURRENCY)
                .fetch(row -> Money.ofMinor(row.value2().longValueExact(), row.value1()));
    }

    private void add(int sign, long runId, Set<Long> accounts) {
        sql.execute(ADD.text(), inline(sign), val(runId), val(accounts.toArray(Long[]::new)));
    }

    private static Condition awake(LocalDate today) {
        return WORKLIST_TOTAL.SNOOZED_UNTIL.le(today);
    }

    private static Field<BigDecimal> total(Field<Long> measure, Condition of) {
        return coalesce(sum(measure).filterWhere(of), BigDecimal.ZERO);
    }
}
