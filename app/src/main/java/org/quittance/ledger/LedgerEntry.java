package org.quittance.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
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
    private static final SqlFile STRANGERS = SqlFile.beside(LedgerEntry.class, "strangers.sql");
    private static final SqlFile ENTER = SqlFile.beside(LedgerEntry.class, "enter.sql");
    private static final SqlFile SEEN = SqlFile.beside(LedgerEntry.class, "seen.sql");
    private static final SqlFile REPEATED = SqlFile.beside(LedgerEntry.class, "repeated.sql");

    private final DSLContext sql;
    private final ToldDueDates dueDates;
    private final PortfolioMoves portfolios;

    LedgerEntry(DSLContext sql, ToldDueDates dueDates, PortfolioMoves portfolios) {
        this.sql = sql;
        this.dueDates = dueDates;
        this.portfolios = portfolios;
    }

    /** Enters a batch in the caller's transaction: all of it, or nothing if that transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryResult enter(List<ItemDraft> drafts, EntryContext context) {
        if (drafts.isEmpty()) {
            return new EntryResult(0, 0, Set.of(), List.of(), List.of());
        }
        stage(drafts);
        STRANGERS.runAll(sql);
        // A batch is sorted and held between the insertions; beyond the usual 4 MB it would go to the disk and back.
        sql.execute("set local work_mem = '64MB'");
        Record fresh = sql.fetchSingle(
                ENTER.text(),
                DSL.val(context.uploadId()),
                DSL.val(context.actor()),
                DSL.val("Settled before it came here"),
                DSL.val(context.businessDate()));
        if (context.completeness() == EntryContext.Completeness.FULL) {
            sql.execute(SEEN.text(), DSL.val(context.uploadId()));
        }
        long added = fresh.get("added", Long.class);
        Set<Long> accounts = new HashSet<>(Set.of(fresh.get("accounts", Long[].class)));
        portfolios.placeNew(accounts, context.uploadId(), context.actor());
        if (added == drafts.size()) {
            return new EntryResult(added, 0, accounts, List.of(), List.of());
        }
        List<EntryResult.Repeated> repeated = repeated();
        List<EntryResult.Redated> redated = dueDates.take(context);
        redated.stream().filter(one -> one.refusal().isEmpty()).forEach(one -> accounts.add(one.accountId()));
        return new EntryResult(added, drafts.size() - added - repeated.size(), accounts, repeated, redated);
    }

    private void stage(List<ItemDraft> drafts) {
        sql.execute("drop table if exists staged_item, strange_account");
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
                    .value(draft.dueDateTold())
                    .value(draft.postedOn())
                    .value(draft.currency())
                    .value(draft.originalMinor())
                    .value(draft.openMinor())
                    .value(draft.settledOn())
                    .value(draft.termsDays())
                    .value(draft.discount() == null ? null : draft.discount().basisPoints())
                    .value(draft.discount() == null ? null : draft.discount().days())
                    .value(draft.assignment())
                    .value(draft.reference())
                    .value(draft.memo())
                    .end();
        }
        rows.into("staged_item", sql);
    }

    private List<EntryResult.Repeated> repeated() {
        return sql.fetch(REPEATED.text())
                .map(row -> new EntryResult.Repeated(
                        row.get(0, Long.class), row.get(1, Long.class), row.get(2, String.class)));
    }
}
