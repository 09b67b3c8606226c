package org.quittance.demo;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.SettlementWish;
import org.quittance.collections.agreement.Settlements;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settlements of old debts: one that Maria has offered stands, one that Clara proposes waits, one was withdrawn. */
@Component
class DemoSettlements {

    private static final int DAYS_OVERDUE = 75;
    private static final BigDecimal TAKEN = new BigDecimal("0.9");

    private final DSLContext sql;
    private final Settlements settlements;
    private final People people;

    DemoSettlements(DSLContext sql, Settlements settlements, People people) {
        this.sql = sql;
        this.settlements = settlements;
        this.people = people;
    }

    private record Debt(List<ItemId> items, Money owed) {}

    /** Once: where something was offered, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        Viewer maria = people.credentials("maria").orElseThrow().viewer();
        if (!settlements.all(maria).isEmpty()) {
            return;
        }
        Iterator<Debt> debts = old(clara, today).iterator();
        offer(debts, today, maria);
        long withdrawn = offer(debts, today, maria);
        settlements.withdraw(withdrawn, "They want to pay all of it after all", maria);
        offer(debts, today, clara);
    }

    /** The first that can be settled: of some a plan runs, others an agency has. */
    private long offer(Iterator<Debt> debts, LocalDate today, Viewer viewer) {
        while (debts.hasNext()) {
            Debt debt = debts.next();
            SettlementWish wish = new SettlementWish(
                    debt.items(),
                    Money.rounded(
                                    debt.owed().toDecimal().multiply(TAKEN),
                                    debt.owed().currency(),
                                    RoundingMode.DOWN)
                            .toDecimal(),
                    today.plusDays(14),
                    "Old debts; they are short of cash and could pay this at once");
            if (settlements.offer(wish, viewer) instanceof AgreementOutcome.Done(long id)) {
                return id;
            }
        }
        throw new IllegalStateException("The demo has too few old debts that could be settled");
    }

    /** Old debts of accounts of the viewer, the smallest first, so that something is left for the other examples. */
    private List<Debt> old(Viewer viewer, LocalDate today) {
        return sql.select(arrayAgg(OPEN_ITEM_VIEW.ITEM_ID), sum(OPEN_ITEM_VIEW.OPEN_MINOR), OPEN_ITEM_VIEW.CURRENCY)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.PORTFOLIO_ID.in(viewer.portfolios()))
                .and(OPEN_ITEM_VIEW.DUE_DATE.lt(today.minusDays(DAYS_OVERDUE)))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(100_000L))
                .groupBy(OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.CURRENCY)
                .orderBy(sum(OPEN_ITEM_VIEW.OPEN_MINOR), OPEN_ITEM_VIEW.ACCOUNT_ID)
                .fetch(row -> new Debt(
                        Arrays.stream(row.value1()).map(ItemId::of).toList(),
                        Money.ofMinor(row.value2().longValueExact(), row.value3())));
    }
}
