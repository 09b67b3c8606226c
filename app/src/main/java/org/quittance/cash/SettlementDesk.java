package org.quittance.cash;

import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_REPORT;
import static org.quittance.db.cash.Tables.SETTLEMENT_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.SettlementReportRecord;
import org.quittance.db.cash.tables.records.SettlementViewRecord;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a person says which line of the bank a settlement report explains. */
@Service
public class SettlementDesk {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashLocks locks;
    private final SettlementJoins joins;
    private final SettlementApplication application;
    private final TransactionTemplate transaction;

    SettlementDesk(
            DSLContext sql,
            CashDesk desk,
            CashLocks locks,
            SettlementJoins joins,
            SettlementApplication application,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.desk = desk;
        this.locks = locks;
        this.joins = joins;
        this.application = application;
        this.transaction = transaction;
    }

    /** Joins a report to a line of the bank, and has the payments behind it applied. */
    public DeskOutcome join(long reportId, long paymentId, Viewer viewer) {
        DeskOutcome outcome = Objects.requireNonNull(transaction.execute(_ -> joinOne(reportId, paymentId, viewer)));
        if (outcome instanceof DeskOutcome.Done) {
            application.apply(viewer.login());
        }
        return outcome;
    }

    private DeskOutcome joinOne(long reportId, long paymentId, Viewer viewer) {
        Optional<PaymentRecord> payment = sql.fetchOptional(PAYMENT, PAYMENT.ID.eq(paymentId));
        if (payment.isEmpty()) {
            return refused(SettlementRefusal.NOT_THAT_MONEY);
        }
        desk.locked(paymentId);
        locks.advices();
        Optional<SettlementRefusal> refusal = refusal(reportId, payment.get());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        joins.record(reportId, paymentId, BY_HAND, viewer.login());
        return new DeskOutcome.Done(
                "The report explains P%d: what each of its lines has become stands below.".formatted(paymentId));
    }

    private Optional<SettlementRefusal> refusal(long reportId, PaymentRecord payment) {
        SettlementViewRecord standing = sql.fetchSingle(SETTLEMENT_VIEW, SETTLEMENT_VIEW.REPORT_ID.eq(reportId));
        if (standing.getPaymentId() != null) {
            return Optional.of(SettlementRefusal.JOINED_ALREADY);
        }
        if (standing.getDifferenceMinor() != 0) {
            return Optional.of(SettlementRefusal.DOES_NOT_ADD_UP);
        }
        SettlementReportRecord report = sql.fetchSingle(SETTLEMENT_REPORT, SETTLEMENT_REPORT.ID.eq(reportId));
        boolean isItsAccount = report.getAccount().isEmpty()
                || sql.fetchExists(
                        BANK_ACCOUNT,
                        BANK_ACCOUNT
                                .ID
                                .eq(payment.getBankAccountId())
                                .and(BANK_ACCOUNT.ACCOUNT.eq(report.getAccount())));
        if (!isItsAccount
                || !payment.getKind().equals("PAYMENT")
                || !payment.getAmountMinor().equals(standing.getExpectedMinor())
                || !payment.getCurrency().equals(report.getCurrency())) {
            return Optional.of(SettlementRefusal.NOT_THAT_MONEY);
        }
        boolean isFree = sql.fetchExists(sql.selectOne()
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(PAYMENT.ID.eq(payment.getId()))
                .and(SettlementJoins.FREE));
        return isFree ? Optional.empty() : Optional.of(SettlementRefusal.NOT_FREE);
    }

    private static DeskOutcome refused(SettlementRefusal reason) {
        return new DeskOutcome.Refused(reason, reason.sentence());
    }
}
