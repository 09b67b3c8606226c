package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_JOIN;
import static org.quittance.db.cash.Tables.SETTLEMENT_PART;
import static org.quittance.db.cash.Tables.SETTLEMENT_REPORT;
import static org.quittance.db.cash.Tables.SETTLEMENT_VIEW;
import static org.quittance.db.cash.Tables.STANDING_JOIN_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.SettlementJoin;
import org.quittance.core.cash.SettlementJoin.Arrived;
import org.quittance.core.cash.SettlementJoin.Joined;
import org.quittance.core.cash.SettlementJoin.Waiting;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.SettlementReportRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins settlement reports to the sums that they explain, whichever came first: loads what could belong together, asks
 * {@link SettlementJoin}, and enters the payments behind the sum.
 *
 * <p>They stand in a statement of their own, of the kind {@code SETTLEMENT}: what payers have paid as payments, what has gone back to them
 * as returns. From there on they are treated as if the bank had booked each by itself.
 */
@Component
class SettlementJoins {

    /** The kind of the statement in which the payments behind a sum stand. */
    static final String KIND = "SETTLEMENT";

    /** On {@code cash.payment}: it is no sum that a report explains. */
    static final Condition NOT_SETTLED =
            notExists(selectOne().from(SETTLEMENT_JOIN).where(SETTLEMENT_JOIN.PAYMENT_ID.eq(PAYMENT.ID)));

    /** On {@code cash.settlement_view}: its lines add up, some money comes for it, and that is not there yet. */
    static final Condition WAITS = SETTLEMENT_VIEW
            .DIFFERENCE_MINOR
            .eq(0L)
            .and(SETTLEMENT_VIEW.EXPECTED_MINOR.gt(0L))
            .and(SETTLEMENT_VIEW.PAYMENT_ID.isNull());

    /** On {@code cash.payment}, {@code statement} and {@code received_view}: money of which nothing is for anything, and nobody has a say. */
    static final Condition FREE = PAYMENT.KIND
            .eq("PAYMENT")
            .and(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(PAYMENT.AMOUNT_MINOR))
            .andNot(HeldStatements.HELD)
            .and(notExists(selectOne().from(SETTLEMENT_PART).where(SETTLEMENT_PART.PAYMENT_ID.eq(PAYMENT.ID))))
            .and(notExists(selectOne().from(STANDING_JOIN_VIEW).where(STANDING_JOIN_VIEW.PAYMENT_ID.eq(PAYMENT.ID))));

    private final DSLContext sql;
    private final CashLocks locks;
    private final AuditTrail audit;

    SettlementJoins(DSLContext sql, CashLocks locks, AuditTrail audit) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
    }

    /** Joins the bank's lines that reports wait for, so that they are not applied as if they were one payment. Returns the others. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<PaymentRecord> joinArrived(List<PaymentRecord> lines, String actor) {
        Long[] amounts =
                lines.stream().map(PaymentRecord::getAmountMinor).distinct().toArray(Long[]::new);
        Condition waits = WAITS.and(SETTLEMENT_VIEW.EXPECTED_MINOR.eq(any(amounts)));
        if (lines.isEmpty() || !sql.fetchExists(SETTLEMENT_VIEW, waits)) {
            return lines;
        }
        locks.advices();
        Set<Long> arrived = lines.stream().map(PaymentRecord::getId).collect(Collectors.toSet());
        Set<Long> joined = new HashSet<>();
        for (Joined one : decide(waits)) {
            if (arrived.contains(one.paymentId())) {
                record(one.reportId(), one.paymentId(), one.sign().name(), actor);
                joined.add(one.paymentId());
            }
        }
        return lines.stream().filter(line -> !joined.contains(line.getId())).toList();
    }

    /** What would be joined now, of the reports that the condition leaves. */
    List<Joined> decide(Condition waits) {
        List<Waiting> reports = sql.select(
                        SETTLEMENT_REPORT.ID,
                        SETTLEMENT_VIEW.EXPECTED_MINOR,
                        SETTLEMENT_REPORT.CURRENCY,
                        SETTLEMENT_REPORT.PROCESSOR,
                        SETTLEMENT_REPORT.REFERENCE,
                        SETTLEMENT_REPORT.ACCOUNT,
                        SETTLEMENT_REPORT.PAYOUT_DATE)
                .from(SETTLEMENT_VIEW)
                .join(SETTLEMENT_REPORT)
                .on(SETTLEMENT_REPORT.ID.eq(SETTLEMENT_VIEW.REPORT_ID))
                .where(waits)
                .orderBy(SETTLEMENT_REPORT.ID)
                .fetch(row -> new Waiting(
                        row.value1(),
                        Money.ofMinor(row.value2(), row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        return SettlementJoin.decide(
                reports,
                arrived(reports.stream()
                        .map(report -> report.net().minor())
                        .distinct()
                        .toArray(Long[]::new)));
    }

    private List<Arrived> arrived(Long[] amounts) {
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.CURRENCY,
                        BANK_ACCOUNT.ACCOUNT,
                        PAYMENT.BOOKING_DATE,
                        concat(
                                PAYMENT.PAYER_NAME,
                                inline(" "),
                                PAYMENT.REMITTANCE,
                                inline(" "),
                                PAYMENT.END_TO_END,
                                inline(" "),
                                PAYMENT.BANK_REFERENCE))
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(PAYMENT.BANK_ACCOUNT_ID))
                .where(PAYMENT.AMOUNT_MINOR.eq(any(amounts)))
                .and(FREE)
                .orderBy(PAYMENT.ID)
                .fetch(row -> new Arrived(
                        row.value1(),
                        Money.ofMinor(row.value2(), row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /** Whoever calls holds the payment or its statement, and then the lock on advices. */
    void record(long reportId, long paymentId, String reason, String actor) {
        SettlementReportRecord report = sql.fetchSingle(SETTLEMENT_REPORT, SETTLEMENT_REPORT.ID.eq(reportId));
        PaymentRecord payment = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId));
        long statement = sql.insertInto(STATEMENT)
                .set(STATEMENT.BANK_ACCOUNT_ID, payment.getBankAccountId())
                .set(STATEMENT.UPLOAD_ID, report.getUploadId())
                .set(STATEMENT.FORMAT, report.getFormat())
                .set(STATEMENT.KIND, KIND)
                .set(STATEMENT.REFERENCE, report.getReference())
                .set(STATEMENT.SEQUENCE, "")
                .set(STATEMENT.STATEMENT_DATE, payment.getBookingDate())
                .set(STATEMENT.CURRENCY, payment.getCurrency())
                .set(STATEMENT.CONTENT_KEY, "settlement-report-" + reportId)
                .returningResult(STATEMENT.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(SETTLEMENT_JOIN)
                .set(SETTLEMENT_JOIN.REPORT_ID, reportId)
                .set(SETTLEMENT_JOIN.PAYMENT_ID, paymentId)
                .set(SETTLEMENT_JOIN.STATEMENT_ID, statement)
                .set(SETTLEMENT_JOIN.REASON, reason)
                .set(SETTLEMENT_JOIN.ACTOR, actor)
                .execute();
        enterParts(reportId, paymentId, statement);
        audit.record(actor, "settlement-report.joined", "settlement-report", reportId, "to P" + paymentId);
    }

    /** It counts from the day on which the bank had the money; discount is taken on the day on which the payer paid. */
    private void enterParts(long reportId, long paymentId, long statement) {
        sql.execute("""
                with part as (
                    insert into cash.payment (
                        statement_id, bank_account_id, entity_id, entry_key, line, kind, currency, amount_minor, booking_date,
                        value_date, payer_name, payer_account, end_to_end, structured_refs, remittance, bank_reference,
                        return_reason)
                    select ?, p.bank_account_id, p.entity_id, 'settlement-report-' || l.report_id || '-' || l.line, l.line,
                        case when l.kind = 'PAYMENT' then 'PAYMENT' else 'RETURN' end, p.currency, l.gross_minor,
                        p.booking_date, least(coalesce(l.day, p.value_date), p.booking_date), l.payer_name, l.customer,
                        l.transaction, '{}', l.body, l.transaction, l.reason
                    from cash.settlement_line l
                    join cash.payment p on p.id = ?
                    where l.report_id = ?
                      and l.kind in ('PAYMENT', 'REFUND', 'CHARGEBACK')
                      and not exists (
                          select
                          from cash.settlement_rejection x
                          where x.report_id = l.report_id and x.line = l.line)
                    order by l.line
                    returning id, line
                )
                insert into cash.settlement_part (payment_id, report_id, line)
                select id, ?, line
                from part
                """, statement, paymentId, reportId, reportId);
    }
}
