package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.MONEY_VIEW;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.REQUEST;
import static org.quittance.db.cash.Tables.REQUEST_DECISION;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.ReturnMatch;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.MoneyViewRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what payments had paid when the bank takes the money back: their items are open again, from today.
 *
 * <p>The lines of the payment are reversed. What it had become is then tied to a debit of the return, so that money in is still applied, on
 * account or not identified, and the account owes what it owed before. Where nothing tells which payment came back, a person does.
 */
@Service
public class Returns {

    /** On {@code cash.payment}: a line of the bank that takes money back. */
    static final Condition IS_RETURN = PAYMENT.KIND.in("RETURN", "REVERSAL").and(PAYMENT.AMOUNT_MINOR.lt(0L));

    /** On {@code cash.payment}: a return without a payment. */
    static final Condition NOT_SETTLED =
            notExists(selectOne().from(BANK_RETURN).where(BANK_RETURN.RETURN_ID.eq(PAYMENT.ID)));

    /** On {@code cash.payment}: money that has not come back. */
    static final Condition NOT_RETURNED =
            notExists(selectOne().from(BANK_RETURN).where(BANK_RETURN.PAYMENT_ID.eq(PAYMENT.ID)));

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashUndo undo;
    private final ReturnDebits debits;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Returns(
            DSLContext sql,
            CashDesk desk,
            CashUndo undo,
            ReturnDebits debits,
            AuditTrail audit,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.desk = desk;
        this.undo = undo;
        this.debits = debits;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Settles the returns of a statement of which it is certain what they take back; the others wait for a person. Returns how many. */
    public int settle(long statementId, String actor) {
        List<Long> open = sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(PAYMENT.STATEMENT_ID.eq(statementId))
                .and(IS_RETURN)
                .and(NOT_SETTLED)
                .andNot(HeldStatements.HELD)
                .orderBy(PAYMENT.ID)
                .fetch(PAYMENT.ID);
        int settled = 0;
        for (Long returned : open) {
            boolean isSettled = Boolean.TRUE.equals(transaction.execute(_ -> settleOne(returned, actor)));
            settled += isSettled ? 1 : 0;
        }
        return settled;
    }

    private boolean settleOne(long returnId, String actor) {
        PaymentRecord returned = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(returnId));
        Optional<ReturnMatch.Found> found = ReturnMatch.decide(line(returned), candidates(returned));
        return found.isPresent()
                && settle(returnId, found.get().paymentId(), found.get().sign().name(), Viewer.system(actor))
                        instanceof DeskOutcome.Done;
    }

    /** A person says which payment came back. */
    @Transactional
    public DeskOutcome settle(long returnId, long paymentId, Viewer viewer) {
        return settle(returnId, paymentId, BY_HAND, viewer);
    }

    private DeskOutcome settle(long returnId, long paymentId, String reason, Viewer viewer) {
        // Always in the same order, so that two who settle at once cannot wait for each other in a circle.
        Stream.of(returnId, paymentId).sorted().forEach(desk::locked);
        PaymentRecord returned = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(returnId));
        PaymentRecord payment = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId));
        Optional<ReturnRefusal> refusal = refusal(returned, payment);
        if (refusal.isPresent()) {
            return new DeskOutcome.Refused(refusal.get(), refusal.get().sentence());
        }
        String why = "The bank took it back as P%d%s"
                .formatted(returnId, returned.getReturnReason().isEmpty() ? "" : ", " + returned.getReturnReason());
        // What the bank does is a fact in whatever portfolio the account is.
        Viewer all = Viewer.system(viewer.login());
        List<Long> ids = debits.moneyOf(paymentId);
        for (Long id : ids) {
            DeskOutcome undone = undo.reverseApplication(id, new CashUndo.Why(UndoReason.RETURNED_BY_BANK, why), all);
            if (undone instanceof DeskOutcome.Refused refused && refused.reason() != DeskRefusal.NOTHING_TO_TAKE_BACK) {
                throw new StaleItems("Payment P" + id, refused.sentence());
            }
        }
        debits.enter(returned, ids, viewer.login());
        sql.insertInto(BANK_RETURN)
                .set(BANK_RETURN.RETURN_ID, returnId)
                .set(BANK_RETURN.PAYMENT_ID, paymentId)
                .set(BANK_RETURN.REASON, reason)
                .set(BANK_RETURN.BUSINESS_DATE, clock.today())
                .set(BANK_RETURN.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "payment.returned", "payment", paymentId, why);
        return new DeskOutcome.Done(
                "P%d has come back as P%d: what it had paid is open again.".formatted(paymentId, returnId));
    }

    private Optional<ReturnRefusal> refusal(PaymentRecord returned, PaymentRecord payment) {
        boolean isReturn = returned.getAmountMinor() < 0
                && (returned.getKind().equals("RETURN") || returned.getKind().equals("REVERSAL"));
        if (!isReturn) {
            return Optional.of(ReturnRefusal.NOT_A_RETURN);
        }
        if (sql.fetchExists(BANK_RETURN, BANK_RETURN.RETURN_ID.eq(returned.getId()))) {
            return Optional.of(ReturnRefusal.SETTLED_ALREADY);
        }
        boolean isCandidate =
                sql.fetchExists(PAYMENT, PAYMENT.ID.eq(payment.getId()).and(couldBe(returned)));
        Optional<MoneyViewRecord> money = sql.fetchOptional(MONEY_VIEW, MONEY_VIEW.PAYMENT_ID.eq(payment.getId()));
        if (!isCandidate || money.isEmpty()) {
            return Optional.of(ReturnRefusal.NOT_THAT_PAYMENT);
        }
        if (money.get().getUnidentifiedMinor() != 0) {
            return Optional.of(ReturnRefusal.NOT_IDENTIFIED);
        }
        return money.get().getRefundedMinor() != 0 || isAskedFor(payment.getId())
                ? Optional.of(ReturnRefusal.LEFT_THE_ACCOUNT)
                : Optional.empty();
    }

    private boolean isAskedFor(long paymentId) {
        return sql.fetchExists(
                REQUEST,
                exists(selectOne()
                                .from(IDENTIFICATION)
                                .where(IDENTIFICATION.ITEM_ID.eq(REQUEST.ITEM_ID))
                                .and(IDENTIFICATION.PAYMENT_ID.eq(
                                        any(debits.moneyOf(paymentId).toArray(Long[]::new)))))
                        .and(notExists(
                                selectOne().from(REQUEST_DECISION).where(REQUEST_DECISION.REQUEST_ID.eq(REQUEST.ID)))));
    }

    private List<ReturnMatch.Line> candidates(PaymentRecord returned) {
        return sql.selectFrom(PAYMENT)
                .where(couldBe(returned))
                .orderBy(PAYMENT.ID)
                .fetch(Returns::line);
    }

    /** On {@code cash.payment}: money of the same account and amount, booked before, that has not come back. */
    static Condition couldBe(PaymentRecord returned) {
        return PAYMENT.BANK_ACCOUNT_ID
                .eq(returned.getBankAccountId())
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(PAYMENT.AMOUNT_MINOR.eq(-returned.getAmountMinor()))
                .and(PAYMENT.BOOKING_DATE.between(
                        returned.getBookingDate().minusDays(ReturnMatch.MOST_DAYS), returned.getBookingDate()))
                .and(NOT_RETURNED);
    }

    static ReturnMatch.Line line(PaymentRecord row) {
        return new ReturnMatch.Line(
                row.getId(),
                Money.ofMinor(Math.abs(row.getAmountMinor()), row.getCurrency()),
                row.getBookingDate(),
                row.getPayerName(),
                row.getPayerAccount(),
                row.getEndToEnd(),
                row.getRemittance(),
                row.getBankReference());
    }
}
