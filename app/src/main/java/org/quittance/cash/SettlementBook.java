package org.quittance.cash;

import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.cash.Tables.SETTLEMENT_LINE;
import static org.quittance.db.cash.Tables.SETTLEMENT_REJECTION;
import static org.quittance.db.cash.Tables.SETTLEMENT_REPORT;
import static org.quittance.db.cash.Tables.SETTLEMENT_VIEW;

import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.SettlementReport;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes settlement reports in: each once, whatever file it comes in. What becomes of one {@link SettlementApplication} says. */
@Service
public class SettlementBook {

    private final DSLContext sql;
    private final CashLocks locks;
    private final AuditTrail audit;

    SettlementBook(DSLContext sql, CashLocks locks, AuditTrail audit) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
    }

    /** Keeps a report; says whether it was not known before. */
    @Transactional
    public boolean take(SettlementReport report, long uploadId, String actor) {
        Long id = sql.insertInto(SETTLEMENT_REPORT)
                .set(SETTLEMENT_REPORT.UPLOAD_ID, uploadId)
                .set(SETTLEMENT_REPORT.CONTENT_KEY, EntryKey.of(report))
                .set(SETTLEMENT_REPORT.FORMAT, stored(report.format()))
                .set(SETTLEMENT_REPORT.PROCESSOR, stored(report.processor()))
                .set(SETTLEMENT_REPORT.REFERENCE, stored(report.reference()))
                .set(SETTLEMENT_REPORT.ACCOUNT, stored(report.account()))
                .set(SETTLEMENT_REPORT.PAYOUT_DATE, report.date())
                .set(SETTLEMENT_REPORT.CURRENCY, report.net().currency().getCurrencyCode())
                .set(SETTLEMENT_REPORT.NET_MINOR, report.net().minor())
                .set(SETTLEMENT_REPORT.DIFFERENCE_MINOR, report.difference().minor())
                .set(SETTLEMENT_REPORT.ACTOR, actor)
                .onConflictDoNothing()
                .returningResult(SETTLEMENT_REPORT.ID)
                .fetchOptional(SETTLEMENT_REPORT.ID)
                .orElse(null);
        if (id == null) {
            return false;
        }
        recordLines(id, report);
        audit.record(actor, "settlement-report.taken", "settlement-report", id, report.format() + ", " + report.net());
        return true;
    }

    /** What became of a rejection. */
    public enum Rejected {
        /** The debit is no longer in the sum that is waited for. */
        TAKEN_OUT,
        /** It had been told before. */
        KNOWN,
        /** The sum has come with it: if the bank takes it back, the statement says so. */
        TOO_LATE,
        /** No collection that was taken in is meant. */
        UNKNOWN
    }

    /**
     * Takes a debit, or all of a collection, out of the sum that is waited for.
     *
     * @param reference of the collection, by which its report was taken in; of every collection of a file where it is only the end of one
     * @param transaction the debit; empty for all of them
     */
    @Transactional
    public Rejected reject(String reference, String transaction, String code, long uploadId) {
        locks.advices();
        var lines = sql.select(SETTLEMENT_LINE.REPORT_ID, SETTLEMENT_LINE.LINE, SETTLEMENT_VIEW.PAYMENT_ID)
                .from(SETTLEMENT_REPORT)
                .join(SETTLEMENT_VIEW)
                .on(SETTLEMENT_VIEW.REPORT_ID.eq(SETTLEMENT_REPORT.ID))
                .join(SETTLEMENT_LINE)
                .on(SETTLEMENT_LINE.REPORT_ID.eq(SETTLEMENT_REPORT.ID))
                .where(SETTLEMENT_REPORT
                        .REFERENCE
                        .eq(reference)
                        .or(SETTLEMENT_REPORT.REFERENCE.endsWith(", " + reference)))
                .and(transaction.isEmpty() ? noCondition() : SETTLEMENT_LINE.TRANSACTION.eq(transaction))
                .fetch();
        if (lines.isEmpty()) {
            return Rejected.UNKNOWN;
        }
        int added = 0;
        for (var line : lines) {
            if (line.value3() == null) {
                added += sql.insertInto(SETTLEMENT_REJECTION)
                        .set(SETTLEMENT_REJECTION.REPORT_ID, line.value1())
                        .set(SETTLEMENT_REJECTION.LINE, line.value2())
                        .set(SETTLEMENT_REJECTION.UPLOAD_ID, uploadId)
                        .set(SETTLEMENT_REJECTION.CODE, code)
                        .onConflictDoNothing()
                        .execute();
            }
        }
        boolean isTooLate = lines.stream().allMatch(line -> line.value3() != null);
        return isTooLate
                ? late(lines.getFirst().value1(), lines.getFirst().value2())
                : added > 0 ? Rejected.TAKEN_OUT : Rejected.KNOWN;
    }

    private Rejected late(long reportId, int line) {
        boolean isKnown = sql.fetchExists(
                SETTLEMENT_REJECTION,
                SETTLEMENT_REJECTION.REPORT_ID.eq(reportId).and(SETTLEMENT_REJECTION.LINE.eq(line)));
        return isKnown ? Rejected.KNOWN : Rejected.TOO_LATE;
    }

    private void recordLines(long id, SettlementReport report) {
        CopyRows rows = new CopyRows(report.lines().size());
        int number = 1;
        for (SettlementReport.Line line : report.lines()) {
            rows.value(id)
                    .value(number++)
                    .value(line.kind().name())
                    .value(stored(line.transaction()))
                    .value(stored(line.document()))
                    .value(stored(line.customer()))
                    .value(stored(line.payerName()))
                    .value(stored(line.text()))
                    .value(line.day())
                    .value(line.gross().minor())
                    .value(line.fee().minor())
                    .value(stored(line.reason()))
                    .end();
        }
        rows.into(
                "cash.settlement_line (report_id, line, kind, transaction, document, customer, payer_name, body, day,"
                        + " gross_minor, fee_minor, reason)",
                sql);
    }

    /** PostgreSQL keeps no null character. */
    private static String stored(String text) {
        return text.replace('\0', ' ');
    }
}
