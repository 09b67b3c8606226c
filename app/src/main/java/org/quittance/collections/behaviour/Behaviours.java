package org.quittance.collections.behaviour;

import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.collections.Tables.BEHAVIOUR;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.PAID_VIEW;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.behaviour.Lateness;
import org.quittance.core.behaviour.PaidPart;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.behaviour.Trend;
import org.quittance.core.collections.Yardstick;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how customers pay: one customer worked out afresh, all of them as of the night. */
@Service
public class Behaviours {

    private final DSLContext sql;
    private final RuleBook ruleBook;
    private final BusinessClock clock;

    Behaviours(DSLContext sql, RuleBook ruleBook, BusinessClock clock) {
        this.sql = sql;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    /** One for each account of the customer that the viewer sees, by entity. */
    @Transactional
    public List<AccountBehaviour> ofCustomer(Viewer viewer, long customerId) {
        LocalDate today = clock.today();
        Yardstick yardstick = ruleBook.rules(today).policy().yardstick();
        Map<Long, List<PaidPart>> parts = sql.select(PAID_VIEW.fields())
                .from(ACCOUNT_VIEW)
                .join(PAID_VIEW)
                .on(PAID_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(PAID_VIEW.POSTED_ON.between(BehaviourBook.firstDay(today), today))
                .orderBy(PAID_VIEW.POSTING_ID)
                .fetchGroups(PAID_VIEW.ACCOUNT_ID, Behaviours::part);
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.TERMS_DAYS)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(ACCOUNT_VIEW.ENTITY_CODE, ACCOUNT_VIEW.ACCOUNT_ID)
                .fetch(row -> new AccountBehaviour(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        PaymentBehaviour.of(
                                parts.getOrDefault(row.value1(), List.of()), row.value4(), today, yardstick)));
    }

    /** The payments behind the figure of one month, the largest first. */
    @Transactional(readOnly = true)
    public List<PaidLine> paidIn(Viewer viewer, long accountId, YearMonth month) {
        return sql.select(PAID_VIEW.fields())
                .from(PAID_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PAID_VIEW.ACCOUNT_ID))
                .where(PAID_VIEW.ACCOUNT_ID.eq(accountId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(PAID_VIEW.PAID_ON.between(month.atDay(1), month.atEndOfMonth()))
                .orderBy(PAID_VIEW.AMOUNT_MINOR.desc(), PAID_VIEW.POSTING_ID)
                .fetch(row -> new PaidLine(row.get(PAID_VIEW.DOCUMENT), part(row)));
    }

    /** The latest payers first. */
    @Transactional(readOnly = true)
    public List<BehaviourRow> rows(Viewer viewer, BehaviourFilter filter, int from, int most) {
        return sql.select(BEHAVIOUR.fields())
                .select(
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        ACCOUNT_VIEW.TERMS_DAYS)
                .from(BEHAVIOUR)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(BEHAVIOUR.ACCOUNT_ID))
                .where(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(shown(filter.show()))
                .and(filter.entityId() == null ? noCondition() : ACCOUNT_VIEW.ENTITY_ID.eq(filter.entityId()))
                .and(filter.portfolioId() == null ? noCondition() : ACCOUNT_VIEW.PORTFOLIO_ID.eq(filter.portfolioId()))
                .orderBy(BEHAVIOUR.DAYS_BEYOND.desc().nullsLast(), BEHAVIOUR.ACCOUNT_ID)
                .offset(from)
                .limit(most)
                .fetch(Behaviours::row);
    }

    private static Condition shown(BehaviourFilter.Show show) {
        return switch (show) {
            case ROUTINELY_LATE -> BEHAVIOUR.LATENESS.eq(Lateness.ROUTINELY_LATE.name());
            case TURNED_WORSE -> BEHAVIOUR.DAYS_NOW.gt(BEHAVIOUR.DAYS_BEFORE);
            case TURNED_BETTER -> BEHAVIOUR.DAYS_NOW.lt(BEHAVIOUR.DAYS_BEFORE);
            case BEYOND_CONTRACT -> BEHAVIOUR.REAL_TERMS_DAYS.gt(ACCOUNT_VIEW.TERMS_DAYS);
            case EVERYBODY -> noCondition();
        };
    }

    private static PaidPart part(Record row) {
        return BehaviourBook.part(
                row.get(PAID_VIEW.ITEM_ID),
                row.get(PAID_VIEW.CURRENCY),
                row.get(PAID_VIEW.AMOUNT_MINOR),
                row.get(PAID_VIEW.DOCUMENT_DATE),
                row.get(PAID_VIEW.DUE_DATE),
                row.get(PAID_VIEW.PAID_ON));
    }

    private static BehaviourRow row(Record row) {
        return new BehaviourRow(
                new BehaviourRow.Payer(
                        row.get(BEHAVIOUR.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NUMBER),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(ACCOUNT_VIEW.COLLECTOR_NAME)),
                row.get(BEHAVIOUR.WORKED_OUT_ON),
                row.get(BEHAVIOUR.MONTHS),
                row.get(BEHAVIOUR.DAYS_BEYOND),
                row.get(ACCOUNT_VIEW.TERMS_DAYS),
                row.get(BEHAVIOUR.REAL_TERMS_DAYS),
                Lateness.valueOf(row.get(BEHAVIOUR.LATENESS)),
                Trend.valueOf(row.get(BEHAVIOUR.TREND)),
                BehaviourRow.change(
                        row.get(BEHAVIOUR.CHANGED_SINCE), row.get(BEHAVIOUR.DAYS_BEFORE), row.get(BEHAVIOUR.DAYS_NOW)),
                row.get(BEHAVIOUR.PAY_RUN));
    }
}
