package org.quittance.demo;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.PlanWish;
import org.quittance.collections.agreement.Plans;
import org.quittance.collections.behaviour.BehaviourFilter;
import org.quittance.collections.behaviour.Behaviours;
import org.quittance.collections.decision.PaymentPolicies;
import org.quittance.core.agreement.Interval;
import org.quittance.core.collections.PayDays;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.identity.Viewer;
import org.quittance.ledger.DueDates;
import org.quittance.ledger.PostingContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has some of the long overdue accounts agree to repay in instalments: some plans run, one waits for approval. Of what is overdue since a
 * few days, the due dates of the largest invoices were put off; and for two who pay on Thursdays the steps wait for that.
 */
@Component
class DemoAgreements {

    private static final int PLANS = 4;
    private static final int DAYS_OVERDUE = 60;
    private static final int PUT_OFF = 2;
    private static final Viewer PROPOSER = Viewer.system("clara");
    private static final Viewer APPROVER = Viewer.system("tessa");
    private static final Viewer MANAGER = Viewer.system("maria");
    private static final int LOOKED_AT = 200;
    private static final int HELD_BACK = 2;

    private final DSLContext sql;
    private final Plans plans;
    private final DueDates dueDates;
    private final Behaviours behaviours;
    private final PaymentPolicies policies;

    DemoAgreements(DSLContext sql, Plans plans, DueDates dueDates, Behaviours behaviours, PaymentPolicies policies) {
        this.sql = sql;
        this.plans = plans;
        this.dueDates = dueDates;
        this.behaviours = behaviours;
        this.policies = policies;
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
        PostingContext agreed =
                new PostingContext(today, "The goods came three weeks late; agreed with their buyer", APPROVER.login());
        lately(today).forEach(item -> dueDates.change(item, today.plusDays(15), agreed));
        holdBack(today);
    }

    private void holdBack(LocalDate today) {
        PaymentPolicy thursdays = new PaymentPolicy(
                7,
                new PayDays.Weekly(Set.of(DayOfWeek.THURSDAY)),
                today.plusMonths(5),
                "Frame contract, clause 4: payment runs on Thursdays, invoices of the week before");
        behaviours
                .rows(MANAGER, new BehaviourFilter(BehaviourFilter.Show.ROUTINELY_LATE, null, null), 0, LOOKED_AT)
                .stream()
                .filter(row -> row.payRun().startsWith("Thursdays"))
                .limit(HELD_BACK)
                .forEach(row -> policies.set(row.payer().accountId(), thursdays, MANAGER)
                        .ifPresent(refusal -> {
                            throw new IllegalStateException(refusal.sentence());
                        }));
    }

    private List<ItemId> lately(LocalDate today) {
        return sql.select(OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.DUE_DATE.between(today.minusDays(20), today.minusDays(5)))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .orderBy(OPEN_ITEM_VIEW.OPEN_MINOR.desc(), OPEN_ITEM_VIEW.ITEM_ID)
                .limit(PUT_OFF)
                .fetch(row -> ItemId.of(row.value1()));
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
