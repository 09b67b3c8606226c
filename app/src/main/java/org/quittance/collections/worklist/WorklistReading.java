package org.quittance.collections.worklist;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.DecisionRows;
import org.quittance.collections.worklist.WorklistRow.Follows;
import org.quittance.collections.worklist.WorklistRow.LastContact;
import org.quittance.collections.worklist.WorklistRow.Next;
import org.quittance.collections.worklist.WorklistRow.Owed;
import org.quittance.collections.worklist.WorklistRow.PointFact;
import org.quittance.collections.worklist.WorklistRow.PromiseNote;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.StepOwner;

/** Reads a row of the worklist from a decision and its account. */
final class WorklistReading {

    private WorklistReading() {}

    /**
     * A row.
     *
     * @param snoozedWhy by account, why it was put off last
     */
    static WorklistRow row(Record row, Map<Long, List<InForce>> inForce, Map<Long, String> snoozedWhy) {
        String[] currencies = row.get(DECISION.CURRENCIES);
        return new WorklistRow(
                owed(row),
                new Next(
                        row.get(DECISION.ACTION),
                        row.get(DECISION.BESIDE_ACTION),
                        Objects.requireNonNullElse(row.get(DECISION.OWNER), StepOwner.COLLECTOR),
                        row.get(DECISION.BY_HAND_ITEMS),
                        row.get(DECISION.AUTOMATIC_ITEMS),
                        row.get(DECISION.WAIT_UNTIL)),
                DecisionRows.amounts(currencies, row.get(DECISION.OVERDUE_MINOR)),
                DecisionRows.amounts(currencies, row.get(DECISION.STAKE_MINOR)),
                List.of(row.get(DECISION.STAKE_FACTS)),
                row.get(DECISION.OLDEST_DAYS),
                row.get(DECISION.POINTS),
                facts(row.get(DECISION.POINT_VALUES), row.get(DECISION.POINT_FACTS)),
                List.of(row.get(DECISION.REASONS)),
                promise(row),
                contact(row),
                row.get(DECISION.SNOOZED_UNTIL),
                row.get(DECISION.SNOOZED_UNTIL) == null ? null : snoozedWhy.get(row.get(DECISION.ACCOUNT_ID)),
                new Follows(
                        row.get(STRATEGY.CODE),
                        row.get(STRATEGY.NAME),
                        row.get(STRATEGY.VERSION),
                        row.get(DECISION.STRATEGY_WHY)),
                inForce.getOrDefault(row.get(DECISION.ACCOUNT_ID), List.of()));
    }

    private static Owed owed(Record row) {
        return new Owed(
                row.get(DECISION.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                row.get(DECISION.CUSTOMER_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_NUMBER),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                row.get(ACCOUNT_VIEW.ENTITY_NAME),
                row.get(ACCOUNT_VIEW.PORTFOLIO_ID),
                row.get(ACCOUNT_VIEW.PORTFOLIO_NAME),
                row.get(ACCOUNT_VIEW.COLLECTOR_NAME));
    }

    private static List<PointFact> facts(Integer[] points, String[] sentences) {
        List<PointFact> facts = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            facts.add(new PointFact(points[i], sentences[i]));
        }
        return facts;
    }

    private static @Nullable PromiseNote promise(Record row) {
        PromiseState state = row.get(DECISION.PROMISE_STATE);
        return state == null ? null : new PromiseNote(state, row.get(DECISION.PROMISE_DUE_ON));
    }

    private static @Nullable LastContact contact(Record row) {
        Action action = row.get(DECISION.CONTACT_ACTION);
        return action == null ? null : new LastContact(action, row.get(DECISION.CONTACT_ON));
    }
}
