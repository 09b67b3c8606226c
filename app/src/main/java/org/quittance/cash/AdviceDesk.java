package org.quittance.cash;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.ADVICE;
import static org.quittance.db.cash.Tables.ADVICE_JOIN;
import static org.quittance.db.cash.Tables.ADVICE_SEPARATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.STANDING_JOIN_VIEW;

import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.db.cash.tables.records.AdviceRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.StandingJoinViewRecord;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a person says which payment an advice belongs to, or that it does not belong to the one that it was joined to. */
@Service
public class AdviceDesk {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashLocks locks;
    private final AdviceApplication application;
    private final AuditTrail audit;

    AdviceDesk(DSLContext sql, CashDesk desk, CashLocks locks, AdviceApplication application, AuditTrail audit) {
        this.sql = sql;
        this.desk = desk;
        this.locks = locks;
        this.application = application;
        this.audit = audit;
    }

    /** Joins an advice to a payment, and has that decided about again with what the advice says. */
    @Transactional
    public DeskOutcome join(long adviceId, long paymentId, Viewer viewer) {
        Optional<PaymentRecord> payment = sql.fetchOptional(PAYMENT, PAYMENT.ID.eq(paymentId));
        if (payment.isEmpty()) {
            return refused(AdviceRefusal.NOT_THAT_MONEY);
        }
        desk.locked(paymentId);
        locks.advices();
        AdviceRecord advice = sql.fetchSingle(ADVICE, ADVICE.ID.eq(adviceId));
        Optional<AdviceRefusal> refusal = refusal(advice, payment.get());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        sql.insertInto(ADVICE_JOIN)
                .set(ADVICE_JOIN.ADVICE_ID, adviceId)
                .set(ADVICE_JOIN.PAYMENT_ID, paymentId)
                .set(ADVICE_JOIN.REASON, BY_HAND)
                .set(ADVICE_JOIN.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "advice.joined", "advice", adviceId, "to P" + paymentId);
        String what = switch (application.reconsider(paymentId, viewer.login())) {
            case APPLIED -> "it is applied as the advice says.";
            case FOR_A_PERSON -> "look at it there and decide what it is for.";
            case AS_IT_WAS -> "nothing has changed about the money.";
        };
        return new DeskOutcome.Done("The advice belongs to P%d: %s".formatted(paymentId, what));
    }

    /** Says that an advice does not belong to its payment. What was applied stays, until somebody takes it back there. */
    @Transactional
    public DeskOutcome separate(long adviceId, String reason, Viewer viewer) {
        locks.advices();
        Optional<StandingJoinViewRecord> join =
                sql.fetchOptional(STANDING_JOIN_VIEW, STANDING_JOIN_VIEW.ADVICE_ID.eq(adviceId));
        if (join.isEmpty()) {
            return refused(AdviceRefusal.NOT_JOINED);
        }
        if (reason.isBlank()) {
            return refused(AdviceRefusal.NO_REASON);
        }
        sql.insertInto(ADVICE_SEPARATION)
                .set(ADVICE_SEPARATION.JOIN_ID, join.get().getJoinId())
                .set(ADVICE_SEPARATION.REASON, reason.strip())
                .set(ADVICE_SEPARATION.ACTOR, viewer.login())
                .execute();
        long payment = join.get().getPaymentId();
        audit.record(
                viewer.login(), "advice.separated", "advice", adviceId, "from P" + payment + ": " + reason.strip());
        return new DeskOutcome.Done(
                "The advice no longer belongs to P%d. What was applied for it stays: open P%d to take it back."
                        .formatted(payment, payment));
    }

    private Optional<AdviceRefusal> refusal(AdviceRecord advice, PaymentRecord payment) {
        if (sql.fetchExists(STANDING_JOIN_VIEW, STANDING_JOIN_VIEW.ADVICE_ID.eq(advice.getId()))) {
            return Optional.of(AdviceRefusal.JOINED_ALREADY);
        }
        long advised = sql.select(coalesce(sum(ADVICE.TOTAL_MINOR), inline(BigDecimal.ZERO)))
                .from(STANDING_JOIN_VIEW)
                .join(ADVICE)
                .on(ADVICE.ID.eq(STANDING_JOIN_VIEW.ADVICE_ID))
                .where(STANDING_JOIN_VIEW.PAYMENT_ID.eq(payment.getId()))
                .fetchSingle(row -> row.value1().longValueExact());
        if (advised != 0 && advised + advice.getTotalMinor() > payment.getAmountMinor()) {
            return Optional.of(AdviceRefusal.PAYMENT_ADVISED);
        }
        boolean isMoney = payment.getKind().equals("PAYMENT")
                && payment.getAmountMinor() > 0
                && payment.getCurrency().equals(advice.getCurrency());
        return isMoney ? Optional.empty() : Optional.of(AdviceRefusal.NOT_THAT_MONEY);
    }

    private static DeskOutcome refused(AdviceRefusal reason) {
        return new DeskOutcome.Refused(reason, reason.sentence());
    }
}
