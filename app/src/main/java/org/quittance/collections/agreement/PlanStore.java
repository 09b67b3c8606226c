package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.PLAN;
import static org.quittance.db.collections.Tables.PLAN_APPROVAL;
import static org.quittance.db.collections.Tables.PLAN_END;
import static org.quittance.db.collections.Tables.PLAN_INSTALMENT;
import static org.quittance.db.collections.Tables.PLAN_ITEM;
import static org.quittance.db.collections.Tables.PLAN_PROMISE;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.SETTLED_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.decision.FactQueries;
import org.quittance.collections.decision.OrderedRows;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.agreement.Instalment;
import org.quittance.core.agreement.PlanStanding;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.Receipt;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** Reads repayment plans, each instalment with what came of it. */
@Component
class PlanStore {

    private final DSLContext sql;
    private final FactQueries queries;
    private final RuleBook ruleBook;

    PlanStore(DSLContext sql, FactQueries queries, RuleBook ruleBook) {
        this.sql = sql;
        this.queries = queries;
        this.ruleBook = ruleBook;
    }

    /** The latest first. */
    List<PlanView> plans(Viewer viewer, Condition which, LocalDate asOf) {
        List<Record> plans = new ArrayList<>(sql.select(PLAN.fields())
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ENTITY_CODE)
                .select(PLAN_APPROVAL.APPROVED_BY, PLAN_END.OUTCOME, PLAN_END.REASON)
                .from(PLAN)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PLAN.ACCOUNT_ID))
                .leftJoin(PLAN_APPROVAL)
                .on(PLAN_APPROVAL.PLAN_ID.eq(PLAN.ID))
                .leftJoin(PLAN_END)
                .on(PLAN_END.PLAN_ID.eq(PLAN.ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(PLAN.ID.desc())
                .fetch());
        Long[] ids = plans.stream().map(row -> row.get(PLAN.ID)).toArray(Long[]::new);
        Map<Long, List<Record>> instalments = instalments(ids);
        Map<Long, List<PlanView.Document>> documents = documents(ids);
        Map<Long, Long> owed = owed(ids);
        Map<Long, PromiseCheck> checks =
                checks(plans.stream().map(row -> row.get(PLAN.ACCOUNT_ID)).collect(Collectors.toSet()), asOf);
        return plans.stream()
                .map(row -> plan(
                        row,
                        instalments.getOrDefault(row.get(PLAN.ID), List.of()),
                        checks,
                        owed.getOrDefault(row.get(PLAN.ID), 0L),
                        documents.getOrDefault(row.get(PLAN.ID), List.of())))
                .toList();
    }

    /** What lies to the account's credit in a currency, the oldest first. */
    List<PlanView.OnAccount> onAccount(long account, Currency currency) {
        return sql.select(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.DOCUMENT, OPEN_ITEM_VIEW.OPEN_MINOR)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(account))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(currency.getCurrencyCode()))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.lt(0L))
                .orderBy(OPEN_ITEM_VIEW.DOCUMENT_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .fetch(row ->
                        new PlanView.OnAccount(row.value1(), row.value2(), Money.ofMinor(-row.value3(), currency)));
    }

    /** The checks of a plan's instalments in their order; an instalment that fell due over a year ago was kept, and is left out. */
    Map<Long, List<PromiseCheck>> checksOf(Map<Long, Long> accountByPlan, LocalDate asOf) {
        Map<Long, PromiseCheck> checks = checks(Set.copyOf(accountByPlan.values()), asOf);
        Map<Long, List<PromiseCheck>> byPlan = new HashMap<>();
        instalments(accountByPlan.keySet().toArray(Long[]::new)).forEach((plan, rows) -> {
            List<PromiseCheck> ofPlan = new ArrayList<>();
            for (Record row : rows) {
                PromiseCheck check = checks.get(row.get(PLAN_PROMISE.PROMISE_ID));
                if (check != null) {
                    ofPlan.add(check);
                }
            }
            byPlan.put(plan, ofPlan);
        });
        return byPlan;
    }

    /** What is still open of each plan's items, its charge among them, in minor units. A plan of which nothing is open is not in it. */
    Map<Long, Long> owed(Long[] plans) {
        Table<?> items = select(PLAN_ITEM.PLAN_ID, PLAN_ITEM.ITEM_ID)
                .from(PLAN_ITEM)
                .where(PLAN_ITEM.PLAN_ID.eq(any(val(plans))))
                .unionAll(select(PLAN_APPROVAL.PLAN_ID, PLAN_APPROVAL.CHARGE_ITEM_ID)
                        .from(PLAN_APPROVAL)
                        .where(PLAN_APPROVAL.PLAN_ID.eq(any(val(plans))))
                        .and(PLAN_APPROVAL.CHARGE_ITEM_ID.isNotNull()))
                .asTable("of_plan", "plan_id", "item_id");
        Field<Long> plan = field(name("of_plan", "plan_id"), Long.class);
        return sql.select(plan, sum(OPEN_ITEM_VIEW.OPEN_MINOR))
                .from(items)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(field(name("of_plan", "item_id"), Long.class)))
                .where(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(plan)
                .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
    }

    /** Of every promise of the accounts, by its number. */
    Map<Long, PromiseCheck> checks(Set<Long> accounts, LocalDate asOf) {
        int graceDays = ruleBook.rules(asOf).policy().promiseGraceDays();
        AccountScope scope = AccountScope.of(accounts);
        Map<Long, PromiseCheck> checks = new HashMap<>();
        try (OrderedRows<Promise> promises = queries.promises(scope, asOf);
                OrderedRows<Receipt> receipts = queries.receipts(scope, asOf)) {
            for (AccountKey key = promises.next(); key != null; key = promises.next()) {
                PromiseCheck.ofAll(promises.of(key), receipts.of(key), asOf, graceDays)
                        .forEach(check -> checks.put(check.promise().id().value(), check));
            }
        }
        return checks;
    }

    private Map<Long, List<Record>> instalments(Long[] plans) {
        Map<Long, List<Record>> byPlan = new HashMap<>();
        sql.select(PLAN_INSTALMENT.fields())
                .select(PLAN_PROMISE.PROMISE_ID)
                .from(PLAN_INSTALMENT)
                .leftJoin(PLAN_PROMISE)
                .on(PLAN_PROMISE.PLAN_ID.eq(PLAN_INSTALMENT.PLAN_ID))
                .and(PLAN_PROMISE.NUMBER.eq(PLAN_INSTALMENT.NUMBER))
                .where(PLAN_INSTALMENT.PLAN_ID.eq(any(val(plans))))
                .orderBy(PLAN_INSTALMENT.PLAN_ID, PLAN_INSTALMENT.NUMBER)
                .forEach(row -> byPlan.computeIfAbsent(row.get(PLAN_INSTALMENT.PLAN_ID), _ -> new ArrayList<>())
                        .add(row));
        return byPlan;
    }

    private Map<Long, List<PlanView.Document>> documents(Long[] plans) {
        return sql.select(
                        PLAN_ITEM.PLAN_ID,
                        PLAN_ITEM.ITEM_ID,
                        coalesce(OPEN_ITEM_VIEW.DOCUMENT, SETTLED_ITEM_VIEW.DOCUMENT, DSL.inline("")),
                        PLAN_ITEM.OPEN_MINOR,
                        PLAN.CURRENCY,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        coalesce(OPEN_ITEM_VIEW.DUE_DATE, SETTLED_ITEM_VIEW.DUE_DATE),
                        coalesce(OPEN_ITEM_VIEW.ORIGINAL_MINOR, SETTLED_ITEM_VIEW.ORIGINAL_MINOR))
                .from(PLAN_ITEM)
                .join(PLAN)
                .on(PLAN.ID.eq(PLAN_ITEM.PLAN_ID))
                .leftJoin(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(PLAN_ITEM.ITEM_ID))
                .leftJoin(SETTLED_ITEM_VIEW)
                .on(SETTLED_ITEM_VIEW.ITEM_ID.eq(PLAN_ITEM.ITEM_ID))
                .where(PLAN_ITEM.PLAN_ID.eq(any(val(plans))))
                .orderBy(PLAN_ITEM.PLAN_ID, PLAN_ITEM.ITEM_ID)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new PlanView.Document(
                                row.value2(),
                                row.value3(),
                                Money.ofMinor(row.value4(), row.value5()),
                                row.value7() == null
                                        ? null
                                        : new PlanView.Dates(
                                                row.value6(),
                                                row.value7(),
                                                Money.ofMinor(row.value8(), row.value5()))));
    }

    private static PlanView plan(
            Record row,
            List<Record> instalments,
            Map<Long, PromiseCheck> checks,
            long owed,
            List<PlanView.Document> documents) {
        String currency = row.get(PLAN.CURRENCY);
        String reason = row.get(PLAN_END.REASON);
        return new PlanView(
                row.get(PLAN.ID),
                new PlanView.Debtor(
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(PLAN.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE)),
                Money.ofMinor(row.get(PLAN.ITEMS_MINOR), currency),
                Money.ofMinor(row.get(PLAN.INTEREST_MINOR), currency),
                Money.ofMinor(row.get(PLAN.FEE_MINOR), currency),
                row.get(PLAN.NOTE),
                row.get(PLAN.PROPOSED_ON),
                row.get(PLAN.PROPOSED_BY),
                row.get(PLAN_APPROVAL.APPROVED_BY),
                state(row),
                reason == null ? "" : reason,
                lines(instalments, currency, checks, owed),
                documents);
    }

    private static PlanView.State state(Record row) {
        String outcome = row.get(PLAN_END.OUTCOME);
        if (outcome != null) {
            return PlanView.State.valueOf(outcome);
        }
        return row.get(PLAN_APPROVAL.APPROVED_BY) == null ? PlanView.State.PROPOSED : PlanView.State.RUNNING;
    }

    /**
     * No more is outstanding than is open of the plan's items: what a credit settles, or money that came before the plan, takes from the last
     * instalment first.
     */
    private static List<PlanView.Line> lines(
            List<Record> instalments, String currency, Map<Long, PromiseCheck> checks, long owed) {
        List<PlanView.Line> lines = new ArrayList<>(instalments.size());
        long left = owed;
        for (Record instalment : instalments) {
            PlanView.Line line = line(instalment, currency, checks);
            boolean isRunning = line.state() == InstalmentState.OPEN || line.state() == InstalmentState.FAILED;
            if (isRunning && line.outstanding().minor() > left) {
                line = new PlanView.Line(
                        line.instalment(),
                        left == 0 ? InstalmentState.SETTLED : line.state(),
                        Money.ofMinor(left, currency));
            }
            left = isRunning ? left - line.outstanding().minor() : left;
            lines.add(line);
        }
        return lines;
    }

    private static PlanView.Line line(Record row, String currency, Map<Long, PromiseCheck> checks) {
        Instalment instalment = new Instalment(
                row.get(PLAN_INSTALMENT.NUMBER),
                row.get(PLAN_INSTALMENT.DUE_ON),
                Money.ofMinor(row.get(PLAN_INSTALMENT.AMOUNT_MINOR), currency));
        Long promise = row.get(PLAN_PROMISE.PROMISE_ID);
        PromiseCheck check = promise == null ? null : checks.get(promise);
        return check == null
                ? new PlanView.Line(instalment, null, instalment.amount())
                : new PlanView.Line(instalment, PlanStanding.stateOf(check), check.outstanding());
    }
}
