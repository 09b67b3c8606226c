package org.quittance.cash;

import static org.quittance.db.cash.Tables.ADVICE;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.AdviceJoin.Joined;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes remittance advices in: each once, whatever file it comes in, and joins them to the payments that are there.
 *
 * <p>All advices of a file are taken before any is joined: of two that look alike neither may be joined because the other has not been read
 * yet. An advice whose payment is not there waits; {@link CashApplication} joins it when the money comes.
 */
@Service
public class AdviceBook {

    private final DSLContext sql;
    private final AdviceJoins joins;
    private final AuditTrail audit;

    AdviceBook(DSLContext sql, AdviceJoins joins, AuditTrail audit) {
        this.sql = sql;
        this.joins = joins;
        this.audit = audit;
    }

    /** Keeps an advice; says whether it was not known before. */
    @Transactional
    public boolean take(RemittanceAdvice advice, long uploadId, String actor) {
        Long id = sql.insertInto(ADVICE)
                .set(ADVICE.UPLOAD_ID, uploadId)
                .set(ADVICE.CONTENT_KEY, EntryKey.of(advice))
                .set(ADVICE.FORMAT, stored(advice.format()))
                .set(ADVICE.PAYER_NAME, stored(advice.payerName()))
                .set(ADVICE.PAYER_ACCOUNT, stored(advice.payerAccount()))
                .set(ADVICE.PAYEE_NAME, stored(advice.payeeName()))
                .set(ADVICE.REFERENCE, stored(advice.reference()))
                .set(ADVICE.ADVICE_DATE, advice.date())
                .set(ADVICE.CURRENCY, advice.total().currency().getCurrencyCode())
                .set(ADVICE.TOTAL_MINOR, advice.total().minor())
                .set(ADVICE.DIFFERENCE_MINOR, advice.difference().minor())
                .set(ADVICE.ACTOR, actor)
                .onConflictDoNothing()
                .returningResult(ADVICE.ID)
                .fetchOptional(ADVICE.ID)
                .orElse(null);
        if (id == null) {
            return false;
        }
        recordLines(id, advice.lines());
        audit.record(actor, "advice.taken", "advice", id, advice.format() + ", " + advice.total());
        return true;
    }

    /** Joins the advices of an upload to the payments that are there; returns how many. */
    @Transactional
    public int join(long uploadId, String actor) {
        List<Joined> joined = joins.ofUpload(uploadId, actor);
        return joined.size();
    }

    private void recordLines(long id, List<RemittanceAdvice.Line> lines) {
        CopyRows rows = new CopyRows(lines.size());
        int number = 1;
        for (RemittanceAdvice.Line line : lines) {
            rows.value(id)
                    .value(number++)
                    .value(line.document())
                    .array(line.references())
                    .value(minor(line.gross()))
                    .value(minor(line.discount()))
                    .value(minor(line.adjustment()))
                    .value(line.adjustmentReason())
                    .value(line.net().minor())
                    .end();
        }
        rows.into(
                "cash.advice_line (advice_id, line, document, refs, gross_minor, discount_minor, adjustment_minor,"
                        + " adjustment_reason, net_minor)",
                sql);
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }

    /** PostgreSQL keeps no null character. */
    private static String stored(String text) {
        return text.replace('\0', ' ');
    }
}
