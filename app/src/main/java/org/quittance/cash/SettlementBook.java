package org.quittance.cash;

import static org.quittance.db.cash.Tables.SETTLEMENT_REPORT;

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
    private final AuditTrail audit;

    SettlementBook(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
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
