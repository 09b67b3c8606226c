package org.quittance.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.platform.CopyRows;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of items into the ledger, a batch at a time: set-based, and without effect for whatever is known already.
 */
@Service
public class LedgerEntry {

    private static final SqlFile STAGE = SqlFile.beside(LedgerEntry.class, "stage.sql");
    private static final SqlFile ENTER = SqlFile.beside(LedgerEntry.class, "enter.sql");
    private static final SqlFile SEEN = SqlFile.beside(LedgerEntry.class, "seen.sql");
    private static final SqlFile RECORD = SqlFile.beside(LedgerEntry.class, "record.sql");

    private final DSLContext sql;

    LedgerEntry(DSLContext sql) {
        this.sql = sql;
    }

    /** Enters a batch in the caller's transaction: all of it, or nothing if that transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryResult enter(List<ItemDraft> drafts, EntryContext context) {
        if (drafts.isEmpty()) {
            return new EntryResult(0, 0, Set.of(), List.of());
        }
        stage(drafts);
        ENTER.runAll(sql);
        sql.execute(
                RECORD.text(),
                DSL.val(context.uploadId()),
                DSL.val(context.actor()),
                DSL.val("Settled before it came here"),
                DSL.val(context.businessDate()));
        if (context.completeness() == EntryContext.Completeness.FULL) {
            sql.execute(SEEN.text(), DSL.val(context.uploadId()));
        }
        return result(drafts.size());
    }

    private void stage(List<ItemDraft> drafts) {
        sql.execute("drop table if exists staged_item, first_item, fresh_item");
        STAGE.runAll(sql);
        CopyRows rows = new CopyRows(drafts.size());
        for (ItemDraft draft : drafts) {
            rows.value(draft.line())
                    .value(draft.entityId())
                    .value(draft.accountNumber())
                    .value(draft.customerName())
                    .value(draft.kind())
                    .value(draft.source())
                    .value(draft.document())
                    .value(draft.documentLine())
                    .value(draft.documentDate())
                    .value(draft.dueDate())
                    .value(draft.postedOn())
                    .value(draft.currency())
                    .value(draft.originalMinor())
                    .value(draft.openMinor())
                    .value(draft.settledOn())
                    .value(draft.termsDays())
                    .value(draft.assignment())
                    .value(draft.reference())
                    .value(draft.memo())
                    .end();
        }
        rows.into("staged_item", sql);
    }

    private EntryResult result(int staged) {
        long first = single("select count(*) from first_item");
        long fresh = single("select count(*) from fresh_item");
        List<EntryResult.Repeated> repeated = first == staged
                ? List.of()
                : sql.fetch("""
                        select s.line, f.line, s.document
                        from staged_item s
                        join first_item f
                          on f.entity_id = s.entity_id
                         and f.account_number = s.account_number
                         and f.document = s.document
                         and f.kind = s.kind
                         and f.document_line = s.document_line
                         and f.source = s.source
                        where f.line <> s.line
                        order by s.line
                        """)
                        .map(row -> new EntryResult.Repeated(
                                row.get(0, Long.class), row.get(1, Long.class), row.get(2, String.class)));
        Set<Long> accounts = new HashSet<>(
                sql.fetch("select distinct account_id from fresh_item").getValues(0, Long.class));
        return new EntryResult(fresh, first - fresh, accounts, repeated);
    }

    private long single(String query) {
        return sql.fetchSingle(query).get(0, Long.class);
    }
}
