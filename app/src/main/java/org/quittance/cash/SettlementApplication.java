package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.SETTLEMENT_JOIN;
import static org.quittance.db.cash.Tables.SETTLEMENT_VIEW;
import static org.quittance.db.cash.Tables.UNIDENTIFIED;
import static org.quittance.db.cash.Tables.VERDICT;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.core.cash.SettlementJoin.Joined;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has settlement reports joined, and the payments behind them applied: each line of a report like a line of the bank, whoever's it is.
 *
 * <p>What has gone back to payers is settled like a return, by the number that the processor gave the payment, in whatever report that stood.
 * What is not certain waits: payments in the queue, returns under Cash, Returns. It can be repeated.
 */
@Service
public class SettlementApplication {

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashLocks locks;
    private final SettlementJoins joins;
    private final CashApplication application;
    private final Returns returns;
    private final TransactionTemplate transaction;

    SettlementApplication(
            DSLContext sql,
            CashDesk desk,
            CashLocks locks,
            SettlementJoins joins,
            CashApplication application,
            Returns returns,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.desk = desk;
        this.locks = locks;
        this.joins = joins;
        this.application = application;
        this.returns = returns;
        this.transaction = transaction;
    }

    /** Joins the reports that wait to the sums that are there; each is looked at again under its lock. */
    public void join(String actor) {
        for (Joined found : joins.decide(SettlementJoins.WAITS)) {
            transaction.executeWithoutResult(_ -> {
                desk.locked(found.paymentId());
                locks.advices();
                if (joins.decide(likeThat(found)).contains(found)) {
                    joins.record(
                            found.reportId(), found.paymentId(), found.sign().name(), actor);
                }
            });
        }
    }

    /** Another report of the same sum, of whatever file, makes it uncertain which is meant. */
    private Condition likeThat(Joined found) {
        long sum = sql.select(SETTLEMENT_VIEW.EXPECTED_MINOR)
                .from(SETTLEMENT_VIEW)
                .where(SETTLEMENT_VIEW.REPORT_ID.eq(found.reportId()))
                .fetchSingle()
                .value1();
        return SettlementJoins.WAITS.and(SETTLEMENT_VIEW.EXPECTED_MINOR.eq(sum));
    }

    /** Applies what is joined and not decided yet, and settles what has gone back where its payment is known by now. */
    public void apply(String actor) {
        // Each half starts from what is left to do: few, however many reports were ever joined.
        List<Long> statements = sql.select(SETTLEMENT_JOIN.STATEMENT_ID)
                .from(UNIDENTIFIED)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(UNIDENTIFIED.PAYMENT_ID))
                .join(SETTLEMENT_JOIN)
                .on(SETTLEMENT_JOIN.STATEMENT_ID.eq(PAYMENT.STATEMENT_ID))
                .where(notExists(selectOne().from(VERDICT).where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))))
                .union(select(SETTLEMENT_JOIN.STATEMENT_ID)
                        .from(PAYMENT)
                        .join(SETTLEMENT_JOIN)
                        .on(SETTLEMENT_JOIN.STATEMENT_ID.eq(PAYMENT.STATEMENT_ID))
                        .where(Returns.IS_RETURN)
                        .and(Returns.NOT_SETTLED))
                .orderBy(1)
                .fetch(SETTLEMENT_JOIN.STATEMENT_ID);
        for (Long statement : statements) {
            application.apply(statement, actor);
        }
        statements.forEach(statement -> returns.settle(statement, actor));
    }
}
