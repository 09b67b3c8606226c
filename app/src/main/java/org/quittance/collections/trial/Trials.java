package org.quittance.collections.trial;

import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.collections.Tables.TRIAL;
import static org.quittance.db.collections.Tables.TRIAL_ACCOUNT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.trial.TrialView.AccountLine;
import org.quittance.collections.trial.TrialView.ActionCount;
import org.quittance.collections.trial.TrialView.Contact;
import org.quittance.collections.trial.TrialView.MonthCount;
import org.quittance.collections.trial.TrialView.Workload;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.StepOwner;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries versions of strategies before they touch a customer, and shows what came of it: to each viewer, of the accounts they see. */
@Service
public class Trials {

    private static final Field<LocalDate> DAY = field(name("touch", "day"), LocalDate.class);
    private static final Field<String> ACTION = field(name("touch", "action"), String.class);
    private static final Field<String> OWNER = field(name("touch", "owner"), String.class);

    private static final Field<Boolean> BY_HAND = field(name("touch", "by_hand"), Boolean.class);
    private static final Field<String> APPROVAL = field(name("touch", "approval"), String.class);

    private static final Side BEFORE = new Side(
            0,
            List.of(
                    TRIAL_ACCOUNT.BEFORE_DAYS,
                    TRIAL_ACCOUNT.BEFORE_ACTIONS,
                    TRIAL_ACCOUNT.BEFORE_OWNERS,
                    TRIAL_ACCOUNT.BEFORE_BY_HAND,
                    TRIAL_ACCOUNT.BEFORE_APPROVALS));
    private static final Side AFTER = new Side(
            1,
            List.of(
                    TRIAL_ACCOUNT.AFTER_DAYS,
                    TRIAL_ACCOUNT.AFTER_ACTIONS,
                    TRIAL_ACCOUNT.AFTER_OWNERS,
                    TRIAL_ACCOUNT.AFTER_BY_HAND,
                    TRIAL_ACCOUNT.AFTER_APPROVALS));

    /** One side of the comparison: its place in a pair of counts, and where what would have been done is kept. */
    private record Side(int place, List<Field<?>> arrays) {

        /** A row for each deed. */
        Table<?> deeds() {
            return table(
                    "unnest({0}, {1}, {2}, {3}, {4}) as touch (day, action, owner, by_hand, approval)",
                    arrays.toArray(Field[]::new));
        }
    }

    private static final List<String> MESSAGES = Arrays.stream(Action.values())
            .filter(Action::isMessage)
            .map(Action::name)
            .toList();

    /** What reaches a customer. */
    private static final List<String> CONTACTS = Arrays.stream(Action.values())
            .filter(Action::isContact)
            .map(Action::name)
            .toList();

    private final DSLContext sql;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> task;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Trials(
            DSLContext sql,
            SchedulerClient scheduler,
            @Qualifier("strategyTrialTask") OneTimeTask<Void> task,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.scheduler = scheduler;
        this.task = task;
        this.audit = audit;
        this.clock = clock;
    }

    /** Orders a trial on the twelve months up to today, to be carried out at once in the background. Returns its number. */
    @Transactional
    public long order(StrategyKept version, String actor) {
        LocalDate today = clock.today();
        long id = sql.insertInto(TRIAL, TRIAL.STRATEGY_ID, TRIAL.FROM_DAY, TRIAL.TO_DAY, TRIAL.ACTOR)
                .values(version.id().value(), today.minusYears(1).plusDays(1), today, actor)
                .returning(TRIAL.ID)
                .fetchSingle()
                .getId();
        scheduler.scheduleIfNotExists(task.instance(Long.toString(id)), clock.now());
        audit.record(
                actor,
                "strategy.tried",
                "strategy",
                version.content().code(),
                "version %d, trial %d".formatted(version.version(), id));
        return id;
    }

    /** The trials of a version, the newest first. */
    @Transactional(readOnly = true)
    public List<Long> of(StrategyKept version) {
        return sql.select(TRIAL.ID)
                .from(TRIAL)
                .where(TRIAL.STRATEGY_ID.eq(version.id().value()))
                .orderBy(TRIAL.ID.desc())
                .fetch(TRIAL.ID);
    }

    @Transactional(readOnly = true)
    public Optional<TrialView> find(long trialId, Viewer viewer) {
        return sql.select(TRIAL.fields())
                .select(STRATEGY.CODE, STRATEGY.NAME, STRATEGY.VERSION)
                .from(TRIAL)
                .join(STRATEGY)
                .on(STRATEGY.ID.eq(TRIAL.STRATEGY_ID))
                .where(TRIAL.ID.eq(trialId))
                .fetchOptional(row -> view(row, viewer));
    }

    private TrialView view(Record row, Viewer viewer) {
        long id = row.get(TRIAL.ID);
        Condition which = TRIAL_ACCOUNT.TRIAL_ID.eq(id).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID));
        return new TrialView(
                id,
                row.get(STRATEGY.CODE),
                row.get(STRATEGY.NAME),
                row.get(STRATEGY.VERSION),
                row.get(TRIAL.FROM_DAY),
                row.get(TRIAL.TO_DAY),
                row.get(TRIAL.ACTOR),
                row.get(TRIAL.ORDERED_AT),
                row.get(TRIAL.FINISHED_AT),
                row.get(TRIAL.DONE),
                followers(which),
                actions(which),
                months(which),
                workloads(which),
                listed(which));
    }

    private TrialView.Listed listed(Condition which) {
        Condition follows = TRIAL_ACCOUNT.TODAY_AFTER.ne("");
        return sql.select(
                        count(),
                        count().filterWhere(follows),
                        count().filterWhere(follows.and(TRIAL_ACCOUNT.TODAY_AFTER.ne(TRIAL_ACCOUNT.TODAY_BEFORE))))
                .from(TRIAL_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(TRIAL_ACCOUNT.ACCOUNT_ID))
                .where(which)
                .fetchSingle(row -> new TrialView.Listed(row.value1(), row.value2(), row.value3()));
    }

    private long followers(Condition which) {
        return sql.select(count())
                .from(TRIAL_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(TRIAL_ACCOUNT.ACCOUNT_ID))
                .where(which)
                .and(TRIAL_ACCOUNT.FOLLOWS)
                .fetchSingle()
                .value1();
    }

    private List<ActionCount> actions(Condition which) {
        Map<String, long[]> counts = counts(which, ACTION);
        List<ActionCount> actions = new ArrayList<>();
        for (Action action : Action.values()) {
            long[] both = counts.getOrDefault(action.name(), new long[2]);
            if (both[0] + both[1] > 0) {
                actions.add(new ActionCount(action, both[0], both[1]));
            }
        }
        return actions;
    }

    private List<MonthCount> months(Condition which) {
        Field<String> month = field("to_char({0}, 'YYYY-MM')", String.class, DAY);
        return counts(which, month).entrySet().stream()
                .map(each -> new MonthCount(YearMonth.parse(each.getKey()), each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    private List<Workload> workloads(Condition which) {
        Field<String> collector = coalesce(ACCOUNT_VIEW.COLLECTOR_NAME, ACCOUNT_VIEW.PORTFOLIO_NAME);
        // A trial from before this was kept says nothing of messages, which are no work there.
        Condition isWork = coalesce(BY_HAND, field(ACTION.notIn(MESSAGES))).isTrue();
        Field<String> whose = case_(OWNER)
                .when(StepOwner.LEAD.name(), StepOwner.LEAD.label())
                .when(StepOwner.MANAGER.name(), StepOwner.MANAGER.label())
                .else_(collector);
        Field<String> approver = case_(APPROVAL)
                .when(Approval.LEAD.name(), StepOwner.LEAD.label() + ": messages to approve")
                .else_(StepOwner.MANAGER.label() + ": messages to approve");
        Map<String, long[]> work = counts(which.and(isWork), whose);
        work.putAll(counts(which.and(APPROVAL.in(Approval.LEAD.name(), Approval.MANAGER.name())), approver));
        return work.entrySet().stream()
                .map(each -> new Workload(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    /** What would have been done, counted by a field: under the strategies in force, and with the version. */
    private Map<String, long[]> counts(Condition which, Field<String> by) {
        Map<String, long[]> counts = new TreeMap<>();
        addCounts(BEFORE, which, by, counts);
        addCounts(AFTER, which, by, counts);
        return counts;
    }

    /** What reaches a customer about several accounts at once is listed with each of them, and counted once. */
    private void addCounts(Side side, Condition which, Field<String> by, Map<String, long[]> counts) {
        Field<Boolean> isContact = field(ACTION.in(CONTACTS)).as("is_contact");
        Field<Integer> place = rowNumber()
                .over(partitionBy(ACCOUNT_VIEW.CUSTOMER_ID, DAY, ACTION).orderBy(TRIAL_ACCOUNT.ACCOUNT_ID))
                .as("place");
        Table<?> taken = select(by.as("counted_by"), isContact, place)
                .from(TRIAL_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(TRIAL_ACCOUNT.ACCOUNT_ID))
                .crossJoin(side.deeds())
                .where(which)
                .asTable("taken");
        Field<String> countedBy = field(name("taken", "counted_by"), String.class);
        sql.select(countedBy, count())
                .from(taken)
                .where(field(name("taken", "is_contact"), Boolean.class)
                        .isFalse()
                        .or(field(name("taken", "place"), Integer.class).eq(1)))
                .groupBy(countedBy)
                .forEach(row -> counts.computeIfAbsent(row.value1(), _ -> new long[2])[side.place()] = row.value2());
    }

    /** The accounts, those first that change the most. */
    @Transactional(readOnly = true)
    public List<AccountLine> accounts(long trialId, Viewer viewer, int offset, int most) {
        Field<Integer> change = field(
                "abs({0} - {1})",
                Integer.class, cardinality(TRIAL_ACCOUNT.AFTER_DAYS), cardinality(TRIAL_ACCOUNT.BEFORE_DAYS));
        return sql.select(TRIAL_ACCOUNT.fields())
                .select(
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        ACCOUNT_VIEW.PORTFOLIO_NAME)
                .from(TRIAL_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(TRIAL_ACCOUNT.ACCOUNT_ID))
                .where(TRIAL_ACCOUNT.TRIAL_ID.eq(trialId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(TRIAL_ACCOUNT.FOLLOWS.desc(), change.desc(), TRIAL_ACCOUNT.ACCOUNT_ID)
                .offset(offset)
                .limit(most)
                .fetch(Trials::line);
    }

    private static AccountLine line(Record row) {
        return new AccountLine(
                row.get(TRIAL_ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                Objects.requireNonNullElse(row.get(ACCOUNT_VIEW.COLLECTOR_NAME), row.get(ACCOUNT_VIEW.PORTFOLIO_NAME)),
                row.get(TRIAL_ACCOUNT.FOLLOWS),
                contacts(row.get(TRIAL_ACCOUNT.BEFORE_DAYS), row.get(TRIAL_ACCOUNT.BEFORE_ACTIONS)),
                contacts(row.get(TRIAL_ACCOUNT.AFTER_DAYS), row.get(TRIAL_ACCOUNT.AFTER_ACTIONS)),
                row.get(TRIAL_ACCOUNT.TODAY_BEFORE),
                row.get(TRIAL_ACCOUNT.TODAY_AFTER));
    }

    private static List<Contact> contacts(LocalDate[] days, String[] actions) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            contacts.add(new Contact(days[i], Action.valueOf(actions[i])));
        }
        return contacts;
    }
}
