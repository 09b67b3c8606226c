package org.quittance.demo;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.collections.AgreementOutcome;
import org.quittance.collections.PlanWish;
import org.quittance.collections.Plans;
import org.quittance.core.agreement.Interval;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has some of the long overdue accounts agree to repay in instalments: some plans run, one waits for approval. */
@Component
class DemoAgreements {

    private static final int PLANS = 4;
    private static final int DAYS_OVERDUE = 60;
    private static final Viewer PROPOSER = Viewer.system("clara");
    private static final Viewer APPROVER = Viewer.system("max");

    private final DSLContext sql;
    private final Plans plans;

    DemoAgreements(DSLContext sql, Plans plans) {
        this.sql = sql;
        this.plans = plans;
    }

    /** Once: where there are plans, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (!plans.all(PROPOSER).isEmpty()) {
            return;
        }
        List<Long[]> debts = sql.select(arrayAgg(OPEN_ITEM_VIEW.ITEM_ID))
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.DUE_DATE.lt(today.minusDays(DAYS_OVERDUE)))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.CURRENCY)
                .having(count().ge(2))
                .orderBy(sum(OPEN_ITEM_VIEW.OPEN_MINOR).desc(), OPEN_ITEM_VIEW.ACCOUNT_ID)
                .limit(PLANS)
                .fetch(row -> row.value1());
        boolean isFirst = true;
        for (Long[] items : debts) {
            AgreementOutcome proposed = plans.propose(wish(items, today), PROPOSER);
            if (proposed instanceof AgreementOutcome.Done(long plan) && !isFirst) {
                plans.approve(plan, APPROVER);
            }
            isFirst = false;
        }
    }

    private static PlanWish wish(Long[] items, LocalDate today) {
        return new PlanWish(
                Arrays.stream(items).map(ItemId::of).toList(),
                new PlanWish.Instalments.Equal(4, today.plusDays(21), Interval.MONTHLY),
                new BigDecimal("6"),
                BigDecimal.ZERO,
                "Cash is short until the season begins");
    }
}
