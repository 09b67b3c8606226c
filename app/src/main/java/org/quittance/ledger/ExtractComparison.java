package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.EXTRACT_ITEM;
import static org.quittance.db.ledger.Tables.ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.ItemKind;
import org.quittance.platform.SqlFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a full extract says by silence: items that it no longer shows, or shows less of, have been settled in the ERP.
 *
 * <p>It speaks for the books that it shows something of, a book being a legal entity and the system that keeps its documents; money that
 * the bank brought here is in no such book. Nothing is settled before a person has seen the list and accepted it.
 */
@Service
public class ExtractComparison {

    private static final SqlFile GONE = SqlFile.beside(ExtractComparison.class, "gone.sql");
    private static final SqlFile CLEAR_GONE = SqlFile.beside(ExtractComparison.class, "clear_gone.sql");

    private final DSLContext sql;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ExtractComparison(DSLContext sql, AuditTrail audit, ApplicationEventPublisher events) {
        this.sql = sql;
        this.audit = audit;
        this.events = events;
    }

    /**
     * An item that is gone, or smaller.
     *
     * @param item as it stands here
     * @param extractMinor what the extract says is open: zero where it does not show the item
     */
    public record Gone(ItemLine item, long extractMinor) {}

    /** At most so many of them, oldest due first. */
    @Transactional(readOnly = true)
    public List<Gone> gone(long uploadId, int most) {
        return sql.fetch(GONE.text(), uploadId, uploadId, uploadId, most).map(ExtractComparison::gone);
    }

    /** Settles all of them, with the extract as the cause. Returns how many items that were. */
    @Transactional
    public long accept(long uploadId, String fileName, LocalDate businessDate, String actor) {
        Set<Long> accounts = sql.selectDistinct(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(sql.select(ITEM.ACCOUNT_ID)
                        .from(ITEM)
                        .where(ITEM.ID.in(gone(uploadId, Integer.MAX_VALUE).stream()
                                .map(gone -> gone.item().id())
                                .toList()))))
                .fetchSet(ACCOUNT.ID);
        sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(accounts))
                .orderBy(ACCOUNT.ID)
                .forNoKeyUpdate()
                .execute();
        long settled = sql.fetchSingle(
                        CLEAR_GONE.text(),
                        uploadId,
                        uploadId,
                        uploadId,
                        businessDate,
                        "Not in the full extract " + fileName,
                        actor)
                .get(0, Long.class);
        sql.deleteFrom(EXTRACT_ITEM).where(EXTRACT_ITEM.UPLOAD_ID.eq(uploadId)).execute();
        audit.record(actor, "extract.accepted", "upload", uploadId, settled + " items settled");
        if (!accounts.isEmpty()) {
            events.publishEvent(new AccountsChanged(accounts));
        }
        return settled;
    }

    /** Leaves everything as it is. */
    @Transactional
    public void decline(long uploadId, String actor) {
        sql.deleteFrom(EXTRACT_ITEM).where(EXTRACT_ITEM.UPLOAD_ID.eq(uploadId)).execute();
        audit.record(actor, "extract.declined", "upload", uploadId, "");
    }

    private static Gone gone(Record row) {
        return new Gone(
                new ItemLine(
                        row.get("item_id", Long.class),
                        row.get("account_id", Long.class),
                        row.get("code", String.class),
                        ItemKind.valueOf(row.get("kind", String.class)),
                        row.get("document", String.class),
                        row.get("document_date", LocalDate.class),
                        row.get("due_date", LocalDate.class),
                        row.get("currency", String.class),
                        row.get("original_minor", Long.class),
                        row.get("open_minor", Long.class)),
                row.get("extract_minor", Long.class));
    }
}
