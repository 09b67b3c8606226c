package org.quittance.collections.decision;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.PUBLISHED_RUN;
import static org.quittance.db.collections.Tables.ROLLOUT_ACCOUNT;
import static org.quittance.db.collections.Tables.ROLLOUT_CROSSING;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.quittance.collections.strategy.Rules;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.ItemWaits;
import org.quittance.core.collections.RolloutPart;
import org.quittance.core.collections.RolloutResults;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.StrategyVersion;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes which accounts come into the roll-out of a version to a share of customers, with it or held out of it, and adds up what came of
 * both.
 *
 * <p>An account comes in with the first decision about it, and stays on its side: what it owes or pays later never moves it. Both sides come in
 * by the same conditions on the same days, so that nothing but the lot tells them apart.
 */
@Service
public class Rollouts {

    private static final SqlFile ACCOUNTS = SqlFile.beside(Rollouts.class, "rollout_accounts.sql");
    private static final SqlFile WAITS = SqlFile.beside(Rollouts.class, "rollout_waits.sql");

    private static final String[] CONTACTS = Arrays.stream(Action.values())
            .filter(action -> action.reach() != Action.Reach.INTERNAL)
            .map(Action::name)
            .toArray(String[]::new);

    private static final Field<Boolean> HELD_OUT = field(name("held_out"), Boolean.class);
    private static final Field<Integer> PART = field(name("part"), Integer.class);
    private static final Field<String> CURRENCY = field(name("currency"), String.class);
    private static final Field<Long> CONTACTS_MADE = field(name("contacts"), Long.class);
    private static final Field<Long> CASH = field(name("cash_minor"), Long.class);
    private static final Field<Long> OVERDUE = field(name("overdue_minor"), Long.class);
    private static final Field<Long> ACCOUNT = field(name("account_id"), Long.class);
    private static final Field<Long> OWNER = field(name("a", "portfolio_id"), Long.class);

    private final DSLContext sql;
    private final BusinessClock clock;

    Rollouts(DSLContext sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes in whom the run has decided about; those who are in already stay as they came. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(long runId, Rules rules) {
        enter(DECISION.RUN_ID.eq(runId), rules);
    }

    /** The same for some accounts that were decided again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(long runId, Set<Long> accounts, Rules rules) {
        enter(DECISION.RUN_ID.eq(runId).and(DECISION.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new)))), rules);
    }

    private void enter(Condition decided, Rules rules) {
        noteCrossings(decided, rules);
        Long[] compared = rules.strategies().inOrder().stream()
                .filter(version -> !version.share().isAll())
                .map(StrategyVersion::id)
                .map(StrategyId::value)
                .toArray(Long[]::new);
        if (compared.length == 0) {
            return;
        }
        sql.insertInto(
                        ROLLOUT_ACCOUNT,
                        ROLLOUT_ACCOUNT.STRATEGY_ID,
                        ROLLOUT_ACCOUNT.ACCOUNT_ID,
                        ROLLOUT_ACCOUNT.HELD_OUT,
                        ROLLOUT_ACCOUNT.ENTERED_ON,
                        ROLLOUT_ACCOUNT.CURRENCIES,
                        ROLLOUT_ACCOUNT.OVERDUE_MINOR)
                .select(side(DECISION.STRATEGY_ID, false, decided, compared)
                        .unionAll(side(DECISION.HELD_OUT_OF, true, decided, compared)))
                .onConflictDoNothing()
                .execute();
    }

    /** Notes which of those who are in have changed sides, by a larger share or a smaller one. */
    private void noteCrossings(Condition decided, Rules rules) {
        Long[] live = rules.strategies().inOrder().stream()
                .map(StrategyVersion::id)
                .map(StrategyId::value)
                .toArray(Long[]::new);
        if (!sql.fetchExists(ROLLOUT_ACCOUNT, ROLLOUT_ACCOUNT.STRATEGY_ID.eq(any(live)))) {
            return;
        }
        Condition hasComeToIt =
                ROLLOUT_ACCOUNT.HELD_OUT.isTrue().and(DECISION.STRATEGY_ID.eq(ROLLOUT_ACCOUNT.STRATEGY_ID));
        Condition hasLeftIt =
                ROLLOUT_ACCOUNT.HELD_OUT.isFalse().and(DECISION.HELD_OUT_OF.eq(ROLLOUT_ACCOUNT.STRATEGY_ID));
        sql.insertInto(
                        ROLLOUT_CROSSING,
                        ROLLOUT_CROSSING.STRATEGY_ID,
                        ROLLOUT_CROSSING.ACCOUNT_ID,
                        ROLLOUT_CROSSING.CROSSED_ON)
                .select(DSL.select(ROLLOUT_ACCOUNT.STRATEGY_ID, ROLLOUT_ACCOUNT.ACCOUNT_ID, DECISION.DECIDED_ON)
                        .from(ROLLOUT_ACCOUNT)
                        .join(DECISION)
                        .on(DECISION.ACCOUNT_ID.eq(ROLLOUT_ACCOUNT.ACCOUNT_ID))
                        .where(decided)
                        .and(ROLLOUT_ACCOUNT.STRATEGY_ID.eq(any(live)))
                        .and(hasComeToIt.or(hasLeftIt)))
                .onConflictDoNothing()
                .execute();
    }

    private Select<Record6<Long, Long, Boolean, LocalDate, String[], Long[]>> side(
            Field<Long> version, boolean heldOut, Condition decided, Long[] compared) {
        return DSL.select(
                        version,
                        DECISION.ACCOUNT_ID,
                        inline(heldOut),
                        DECISION.DECIDED_ON,
                        DECISION.CURRENCIES,
                        DECISION.OVERDUE_MINOR)
                .from(DECISION)
                .where(decided)
                .and(version.eq(any(compared)));
    }

    /** What came of the accounts that the viewer sees, up to today. */
    @Transactional(readOnly = true)
    public RolloutResults results(StrategyId version, Viewer viewer) {
        return RolloutResults.of(parts(version, viewer), waits(version, viewer));
    }

    private List<RolloutPart> parts(StrategyId version, Viewer viewer) {
        return sql.select(PART, HELD_OUT, CURRENCY, count(), sum(CONTACTS_MADE), sum(CASH), sum(OVERDUE))
                .from(accounts(version, viewer))
                .groupBy(PART, HELD_OUT, CURRENCY)
                .orderBy(PART, HELD_OUT, CURRENCY)
                .fetch(row -> new RolloutPart(
                        row.value1(),
                        row.value2(),
                        Currency.getInstance(row.value3()),
                        row.value4(),
                        row.value5().longValueExact(),
                        row.value6().longValueExact(),
                        row.value7().longValueExact()));
    }

    private List<ItemWaits> waits(StrategyId version, Viewer viewer) {
        return sql.resultQuery(WAITS.text(), val(version.value()), val(clock.today()), seenBy(viewer))
                .fetch(row -> new ItemWaits(
                        row.get(PART),
                        row.get(HELD_OUT),
                        row.get("days", Integer.class),
                        row.get("settled", Boolean.class),
                        row.get("items", Long.class)));
    }

    /**
     * Where the accounts are by the latest decisions. Those that are neither where they came in nor on the other side owe nothing or other sums by now, or
     * another strategy that is asked before takes them.
     *
     * @param with still have the version, of those that came in with it
     * @param heldOut are still held out, of those that came in so
     * @param cameToIt were held out, and have come to it by a larger share
     * @param leftIt had it, and were taken out of it by a smaller share
     */
    public record Today(int with, int heldOut, int cameToIt, int leftIt) {}

    /** Of the accounts that the viewer sees. */
    @Transactional(readOnly = true)
    public Today today(StrategyId version, Viewer viewer) {
        Field<Long> stays =
                DSL.when(ROLLOUT_ACCOUNT.HELD_OUT, DECISION.HELD_OUT_OF).otherwise(DECISION.STRATEGY_ID);
        Condition hasCrossed = ROLLOUT_CROSSING.ACCOUNT_ID.isNotNull();
        Condition isThere = hasCrossed.not().and(stays.eq(version.value()));
        return sql.select(
                        count().filterWhere(isThere.and(ROLLOUT_ACCOUNT.HELD_OUT.isFalse())),
                        count().filterWhere(isThere.and(ROLLOUT_ACCOUNT.HELD_OUT.isTrue())),
                        count().filterWhere(hasCrossed.and(ROLLOUT_ACCOUNT.HELD_OUT.isTrue())),
                        count().filterWhere(hasCrossed.and(ROLLOUT_ACCOUNT.HELD_OUT.isFalse())))
                .from(ROLLOUT_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ROLLOUT_ACCOUNT.ACCOUNT_ID))
                .leftJoin(ROLLOUT_CROSSING)
                .on(ROLLOUT_CROSSING.STRATEGY_ID.eq(ROLLOUT_ACCOUNT.STRATEGY_ID))
                .and(ROLLOUT_CROSSING.ACCOUNT_ID.eq(ROLLOUT_ACCOUNT.ACCOUNT_ID))
                .leftJoin(DECISION.join(PUBLISHED_RUN).on(PUBLISHED_RUN.RUN_ID.eq(DECISION.RUN_ID)))
                .on(DECISION.ACCOUNT_ID.eq(ROLLOUT_ACCOUNT.ACCOUNT_ID))
                .where(ROLLOUT_ACCOUNT.STRATEGY_ID.eq(version.value()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchSingle(row -> new Today(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Its accounts, those that owed the most first; as many as are wanted. */
    @Transactional(readOnly = true)
    public List<RolloutLine> lines(StrategyId version, Viewer viewer, int offset, int most) {
        return sql.select(DSL.asterisk())
                .from(accounts(version, viewer))
                .orderBy(OVERDUE.desc(), ACCOUNT)
                .offset(offset)
                .limit(most)
                .fetch(Rollouts::line);
    }

    private Table<?> accounts(StrategyId version, Viewer viewer) {
        return table(
                        "({0})",
                        sql.resultQuery(
                                ACCOUNTS.text(),
                                val(version.value()),
                                val(clock.today()),
                                val(CONTACTS),
                                seenBy(viewer)))
                .as("rolled_out");
    }

    private static Condition seenBy(Viewer viewer) {
        return DSL.trueCondition().and(Visibility.of(viewer, OWNER));
    }

    private static RolloutLine line(Record row) {
        String currency = row.get(CURRENCY);
        return new RolloutLine(
                row.get(ACCOUNT),
                row.get("account_number", String.class),
                row.get("entity_code", String.class),
                row.get("customer_id", Long.class),
                row.get("customer_name", String.class),
                row.get(HELD_OUT),
                row.get("entered_on", LocalDate.class),
                row.get("crossed_on", LocalDate.class),
                Money.ofMinor(row.get(OVERDUE), currency),
                row.get(CONTACTS_MADE),
                Money.ofMinor(row.get(CASH), currency));
    }
}
