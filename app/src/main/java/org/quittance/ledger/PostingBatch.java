package org.quittance.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.platform.CopyRows;
import org.quittance.platform.SqlFile;

/** Postings that have been decided: written together, with the projection they change. */
final class PostingBatch {

    private static final SqlFile PROJECT = SqlFile.beside(PostingBatch.class, "project.sql");

    private PostingContext context;
    private final CopyRows rows;
    private final Map<ItemId, Long> deltas = new LinkedHashMap<>();

    PostingBatch(PostingContext context, int expected) {
        this.context = context;
        this.rows = new CopyRows(expected);
    }

    /** What is added from here on has this context. */
    void under(PostingContext next) {
        context = next;
    }

    void add(
            ItemId item,
            AccountId account,
            PostingKind kind,
            long deltaMinor,
            @Nullable Long allocationId,
            @Nullable Long reversesId) {
        rows.value(item)
                .value(account)
                .value(kind)
                .value(deltaMinor)
                .value(context.businessDate())
                .value(context.cause())
                .value(context.actor())
                .value(allocationId)
                .value(reversesId)
                .end();
        deltas.merge(item, deltaMinor, Math::addExact);
    }

    void write(DSLContext sql) {
        rows.into(
                "ledger.posting (item_id, account_id, kind, delta_minor, business_date, cause, actor, allocation_id,"
                        + " reverses_id)",
                sql);
        Long[] items = deltas.keySet().stream().map(ItemId::value).toArray(Long[]::new);
        Long[] changes = deltas.values().toArray(Long[]::new);
        sql.execute(PROJECT.text(), items, changes);
    }
}
