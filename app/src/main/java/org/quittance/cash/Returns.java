package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.NOT_RETURNED_VIEW;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.REQUEST;
import static org.quittance.db.cash.Tables.REQUEST_DECISION;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.cash.Tables.RETURN_REPORT;
import static org.quittance.db.cash.Tables.SETTLEMENT_PART;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.ReturnMatch;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.ReceivedViewRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what payments had paid when the bank takes the money back: their items are open again, from today.
 *
 * <p>The lines of the payment are reversed. What it had become is then tied to a debit of the return, so that money in is still applied, on
 * account or not identified, and the account owes what it owed before. Of a payment that comes back in part only so much is opened. Where nothing tells which payment came back, a person does.
 */
@Service
public class Returns {

    /** On {@code cash.payment}: a line of the bank that takes money back. */
    static final Condition IS_RETURN = PAYMENT.KIND.in("RETURN", "REVERSAL").and(PAYMENT.AMOUNT_MINOR.lt(0L));

    /** On {@code cash.payment}: a return without a payment, which no file of ACH returns has told of before either. */
    static final Condition NOT_SETTLED = notExists(
                    selectOne().from(BANK_RETURN).where(BANK_RETURN.RETURN_ID.eq(PAYMENT.ID)))
            .and(notExists(selectOne().from(RETURN_REPORT).where(RETURN_REPORT.LINE_ID.eq(PAYMENT.ID))));

    /** Of {@code cash.payment}: what of it has not come back, in minor units. */
    static final Field<Long> LEFT = field(select(NOT_RETURNED_VIEW.LEFT_MINOR)
            .from(NOT_RETURNED_VIEW)
            .where(NOT_RETURNED_VIEW.PAYMENT_ID.eq(PAYMENT.ID)));

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashUndo undo;
    private final ReturnDebits debits;
    private final PartReturns parts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Returns(
            DSLContext sql,
            CashDesk desk,
            CashUndo undo,
            ReturnDebits debits,
            PartReturns parts,
            AuditTrail audit,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.desk = desk;
        this.undo = undo;
        this.debits = debits;
        this.parts = parts;
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
        Optional<ReturnMatch.Found> found =
                ReturnMatch.decide(line(returned, -returned.getAmountMinor()), candidates(returned));
        // The processor has named the payment: another of the same payer and amount is not meant.
        boolean isNamed = !returned.getEndToEnd().isEmpty()
                && sql.fetchExists(SETTLEMENT_PART, SETTLEMENT_PART.PAYMENT_ID.eq(returnId));
        return found.isPresent()
                && (!isNamed || found.get().sign() == ReturnMatch.Sign.END_TO_END)
                && settle(returnId, found.get().paymentId(), found.get().sign().name(), Viewer.system(actor))
                        instanceof DeskOutcome.Done;
    }

    /** A person says which payment came back. */
    @Transactional
    public DeskOutcome settle(long returnId, long paymentId, Viewer viewer) {
        return settle(returnId, paymentId, BY_HAND, viewer);
    }

    /** @param reason the name of a {@link ReturnMatch.Sign}, or that a person said so */
    @Transactional
    DeskOutcome settle(long returnId, long paymentId, String reason, Viewer viewer) {
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
        CashUndo.Why undone = new CashUndo.Why(UndoReason.RETURNED_BY_BANK, why);
        boolean isPart = -returned.getAmountMinor() < left(paymentId);
        if (isPart) {
            parts.free(ids, -returned.getAmountMinor(), undone, all);
            debits.enterPart(returned, ids, viewer.login());
        } else {
            ids.forEach(id -> reverse(id, undone, all));
            debits.enterWhole(returned, ids, viewer.login());
        }
        sql.insertInto(BANK_RETURN)
                .set(BANK_RETURN.RETURN_ID, returnId)
                .set(BANK_RETURN.PAYMENT_ID, paymentId)
                .set(BANK_RETURN.REASON, reason)
                .set(BANK_RETURN.BUSINESS_DATE, clock.today())
                .set(BANK_RETURN.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "payment.returned", "payment", paymentId, why);
        return new DeskOutcome.Done((isPart
                        ? "A part of P%d has come back as P%d: so much of what it had paid is open again."
                        : "P%d has come back as P%d: what it had paid is open again.")
                .formatted(paymentId, returnId));
    }

    private void reverse(long paymentId, CashUndo.Why why, Viewer all) {
        DeskOutcome undone = undo.reverseApplication(paymentId, why, all);
        if (undone instanceof DeskOutcome.Refused refused && refused.reason() != DeskRefusal.NOTHING_TO_TAKE_BACK) {
            throw new StaleItems("Payment P" + paymentId, refused.sentence());
        }
    }

    private long left(long paymentId) {
        return sql.select(NOT_RETURNED_VIEW.LEFT_MINOR)
                .from(NOT_RETURNED_VIEW)
                .where(NOT_RETURNED_VIEW.PAYMENT_ID.eq(paymentId))
                .fetchSingle()
                .value1();
    }

    private Optional<ReturnRefusal> refusal(PaymentRecord returned, PaymentRecord payment) {
        boolean isReturn = returned.getAmountMinor() < 0
                && (returned.getKind().equals("RETURN") || returned.getKind().equals("REVERSAL"));
        if (!isReturn) {
            return Optional.of(ReturnRefusal.NOT_A_RETURN);
        }
        if (!sql.fetchExists(PAYMENT, PAYMENT.ID.eq(returned.getId()).and(NOT_SETTLED))) {
            return Optional.of(ReturnRefusal.SETTLED_ALREADY);
        }
        boolean isCandidate =
                sql.fetchExists(PAYMENT, PAYMENT.ID.eq(payment.getId()).and(couldBe(returned)));
        Optional<ReceivedViewRecord> money =
                sql.fetchOptional(RECEIVED_VIEW, RECEIVED_VIEW.PAYMENT_ID.eq(payment.getId()));
        if (!isCandidate || money.isEmpty()) {
            return Optional.of(ReturnRefusal.NOT_THAT_PAYMENT);
        }
        if (money.get().getUnidentifiedMinor() != 0) {
            return Optional.of(ReturnRefusal.NOT_IDENTIFIED);
        }
        if (money.get().getRefundedMinor() != 0 || isAskedFor(payment.getId())) {
            return Optional.of(ReturnRefusal.LEFT_THE_ACCOUNT);
        }
        return -returned.getAmountMinor() < left(payment.getId()) && isExchanged(payment.getId())
                ? Optional.of(ReturnRefusal.EXCHANGED_IN_PART)
                : Optional.empty();
    }

    /** Whether something of the payment stands that was credited in another currency. */
    private boolean isExchanged(long paymentId) {
        return sql.fetchExists(
                IDENTIFICATION,
                IDENTIFICATION
                        .PAYMENT_ID
                        .eq(any(debits.moneyOf(paymentId).toArray(Long[]::new)))
                        .and(IDENTIFICATION.EXCHANGE_ID.isNotNull())
                        .and(notExists(
                                selectOne().from(RETRACTION).where(RETRACTION.ITEM_ID.eq(IDENTIFICATION.ITEM_ID)))));
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
        return sql.select(PAYMENT.fields())
                .select(LEFT)
                .from(PAYMENT)
                .where(couldBe(returned))
                .orderBy(PAYMENT.ID)
                .fetch(row -> line(row.into(PAYMENT), row.get(LEFT)));
    }

    /**
     * On {@code cash.payment}: money of the same account, booked before, of which exactly so much has not come back yet; or more of it, where
     * payer or reference are the same.
     */
    static Condition couldBe(PaymentRecord returned) {
        return PAYMENT.BANK_ACCOUNT_ID
                .eq(returned.getBankAccountId())
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(PAYMENT.AMOUNT_MINOR.ge(-returned.getAmountMinor()))
                .and(PAYMENT.BOOKING_DATE.between(
                        returned.getBookingDate().minusDays(ReturnMatch.MOST_DAYS), returned.getBookingDate()))
                .and(LEFT.eq(-returned.getAmountMinor())
                        .or(LEFT.gt(-returned.getAmountMinor()).and(isRelated(returned))));
    }

    private static Condition isRelated(PaymentRecord returned) {
        String told = returned.getRemittance();
        return same(PAYMENT.END_TO_END, returned.getEndToEnd())
                .or(same(PAYMENT.PAYER_ACCOUNT, returned.getPayerAccount()))
                .or(same(lower(PAYMENT.PAYER_NAME), returned.getPayerName().toLowerCase(Locale.ROOT)))
                .or(PAYMENT.BANK_REFERENCE
                        .ne("")
                        .and(position(val(told), PAYMENT.BANK_REFERENCE).gt(0)));
    }

    private static Condition same(Field<String> field, String told) {
        return told.isBlank() ? falseCondition() : field.eq(told);
    }

    /** @param minor what the return is over, or what of the payment has not come back */
    private static ReturnMatch.Line line(PaymentRecord row, long minor) {
        return new ReturnMatch.Line(
                row.getId(),
                Money.ofMinor(minor, row.getCurrency()),
                row.getBookingDate(),
                row.getPayerName(),
                row.getPayerAccount(),
                row.getEndToEnd(),
                row.getRemittance(),
                row.getBankReference());
    }
}
