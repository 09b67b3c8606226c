package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.cash.Tables.WRITE_OFF_VIEW;
import static org.quittance.db.collections.Tables.SETTLEMENT;
import static org.quittance.db.collections.Tables.SETTLEMENT_DECISION;
import static org.quittance.db.collections.Tables.SETTLEMENT_END;
import static org.quittance.db.collections.Tables.SETTLEMENT_ITEM;
import static org.quittance.db.collections.Tables.SETTLEMENT_PROMISE;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.SettlementView.Approval;
import org.quittance.collections.agreement.SettlementView.State;
import org.quittance.core.agreement.Settlement;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** Reads settlement offers, each with what came of it. */
@Component
class SettlementStore {

    private final DSLContext sql;
    private final PlanStore promises;

    SettlementStore(DSLContext sql, PlanStore promises) {
        this.sql = sql;
        this.promises = promises;
    }

    /** The latest first. */
    List<SettlementView> settlements(Viewer viewer, Condition which, LocalDate asOf) {
        Result<? extends Record> rows = sql.select(SETTLEMENT.fields())
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ENTITY_CODE)
                .select(
                        SETTLEMENT_DECISION.DECISION,
                        SETTLEMENT_DECISION.WORDS,
                        SETTLEMENT_DECISION.DECIDED_BY,
                        SETTLEMENT_PROMISE.PROMISE_ID,
                        SETTLEMENT_END.OUTCOME,
                        SETTLEMENT_END.REASON)
                .from(SETTLEMENT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(SETTLEMENT.ACCOUNT_ID))
                .leftJoin(SETTLEMENT_DECISION)
                .on(SETTLEMENT_DECISION.SETTLEMENT_ID.eq(SETTLEMENT.ID))
                .leftJoin(SETTLEMENT_PROMISE)
                .on(SETTLEMENT_PROMISE.SETTLEMENT_ID.eq(SETTLEMENT.ID))
                .leftJoin(SETTLEMENT_END)
                .on(SETTLEMENT_END.SETTLEMENT_ID.eq(SETTLEMENT.ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(SETTLEMENT.ID.desc())
                .fetch();
        Long[] ids = rows.getValues(SETTLEMENT.ID).toArray(Long[]::new);
        Map<Long, List<PlanView.Document>> documents = documents(ids);
        Map<Long, List<SettlementView.WriteOff>> writeOffs = writeOffs(ids);
        Map<Long, PromiseCheck> checks = promises.checks(Set.copyOf(rows.getValues(SETTLEMENT.ACCOUNT_ID)), asOf);
        return rows.map(row -> {
            Long promise = row.get(SETTLEMENT_PROMISE.PROMISE_ID);
            long id = row.get(SETTLEMENT.ID);
            return view(
                    row,
                    promise == null ? null : checks.get(promise),
                    documents.getOrDefault(id, List.of()),
                    writeOffs.getOrDefault(id, List.of()));
        });
    }

    private Map<Long, List<PlanView.Document>> documents(Long[] settlements) {
        return sql.select(
                        SETTLEMENT_ITEM.SETTLEMENT_ID,
                        SETTLEMENT_ITEM.ITEM_ID,
                        SETTLEMENT_ITEM.DOCUMENT,
                        SETTLEMENT_ITEM.OPEN_MINOR,
                        SETTLEMENT.CURRENCY)
                .from(SETTLEMENT_ITEM)
                .join(SETTLEMENT)
                .on(SETTLEMENT.ID.eq(SETTLEMENT_ITEM.SETTLEMENT_ID))
                .where(SETTLEMENT_ITEM.SETTLEMENT_ID.eq(any(val(settlements))))
                .orderBy(SETTLEMENT_ITEM.SETTLEMENT_ID, SETTLEMENT_ITEM.ITEM_ID)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new PlanView.Document(
                                row.value2(), row.value3(), Money.ofMinor(row.value4(), row.value5()), null));
    }

    /** Of the items of kept offers, what was asked for since they were kept. */
    private Map<Long, List<SettlementView.WriteOff>> writeOffs(Long[] settlements) {
        return sql.select(
                        SETTLEMENT_END.SETTLEMENT_ID,
                        WRITE_OFF_VIEW.REQUEST_ID,
                        WRITE_OFF_VIEW.ITEM_ID,
                        WRITE_OFF_VIEW.AMOUNT_MINOR,
                        WRITE_OFF_VIEW.CURRENCY,
                        WRITE_OFF_VIEW.DECISION)
                .from(SETTLEMENT_END)
                .join(SETTLEMENT_ITEM)
                .on(SETTLEMENT_ITEM.SETTLEMENT_ID.eq(SETTLEMENT_END.SETTLEMENT_ID))
                .join(WRITE_OFF_VIEW)
                .on(WRITE_OFF_VIEW.ITEM_ID.eq(SETTLEMENT_ITEM.ITEM_ID))
                .and(WRITE_OFF_VIEW.REQUESTED_AT.ge(SETTLEMENT_END.RECORDED_AT))
                .where(SETTLEMENT_END.SETTLEMENT_ID.eq(any(val(settlements))))
                .and(SETTLEMENT_END.OUTCOME.eq(State.KEPT.name()))
                .orderBy(WRITE_OFF_VIEW.REQUEST_ID)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new SettlementView.WriteOff(
                                row.value2(), row.value3(), Money.ofMinor(row.value4(), row.value5()), row.value6()));
    }

    private static SettlementView view(
            Record row,
            @Nullable PromiseCheck check,
            List<PlanView.Document> documents,
            List<SettlementView.WriteOff> writeOffs) {
        String currency = row.get(SETTLEMENT.CURRENCY);
        State state = state(row);
        String reason = state == State.REFUSED ? row.get(SETTLEMENT_DECISION.WORDS) : row.get(SETTLEMENT_END.REASON);
        return new SettlementView(
                row.get(SETTLEMENT.ID),
                new PlanView.Debtor(
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(SETTLEMENT.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE)),
                new Settlement(
                        Money.ofMinor(row.get(SETTLEMENT.OWED_MINOR), currency),
                        Money.ofMinor(row.get(SETTLEMENT.OFFER_MINOR), currency),
                        row.get(SETTLEMENT.OFFERED_ON),
                        row.get(SETTLEMENT.PAY_BY)),
                row.get(SETTLEMENT.NOTE),
                row.get(SETTLEMENT.OFFERED_BY),
                state,
                Approval.of(state, row.get(SETTLEMENT.IS_ALONE), row.get(SETTLEMENT_DECISION.DECISION)),
                row.get(SETTLEMENT_DECISION.DECIDED_BY),
                reason == null ? "" : reason,
                check,
                documents,
                writeOffs);
    }

    private static State state(Record row) {
        String outcome = row.get(SETTLEMENT_END.OUTCOME);
        if (outcome != null) {
            return State.valueOf(outcome);
        }
        String decision = row.get(SETTLEMENT_DECISION.DECISION);
        if ("REFUSED".equals(decision)) {
            return State.REFUSED;
        }
        return row.get(SETTLEMENT.IS_ALONE) || decision != null ? State.STANDS : State.PROPOSED;
    }
}
