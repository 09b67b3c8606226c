package org.quittance.ledger;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.ITEM;
import static org.quittance.db.ledger.Tables.POSTING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemHistory;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.Opening;
import org.quittance.core.ledger.Posting;
import org.quittance.core.ledger.PostingId;
import org.quittance.core.money.Money;
import org.quittance.db.ledger.tables.records.ItemRecord;
import org.quittance.db.ledger.tables.records.PostingRecord;
import org.springframework.stereotype.Component;

/**
 * Takes the locks under which postings are decided, and loads what the decisions need.
 *
 * <p>Accounts are always locked in the order of their numbers, so that two writers can wait for each other but never both at once.
 */
@Component
class ItemLocks {

    private final DSLContext sql;

    ItemLocks(DSLContext sql) {
        this.sql = sql;
    }

    /** Where an account belongs, once its row is locked. */
    record Place(long entityId, int bucket) {}

    /** An item under the lock of its account. */
    record Locked(ItemRecord item, ItemHistory history) {

        ItemId id() {
            return history.opening().item();
        }

        AccountId account() {
            return AccountId.of(item.getAccountId());
        }
    }

    Map<Long, Place> lockAccounts(Collection<Long> accountIds) {
        Map<Long, Place> places = new TreeMap<>();
        sql.select(ACCOUNT.ID, ACCOUNT.ENTITY_ID, ACCOUNT.BUCKET)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(any(accountIds.toArray(Long[]::new))))
                .orderBy(ACCOUNT.ID)
                .forNoKeyUpdate()
                .forEach(row -> places.put(row.value1(), new Place(row.value2(), row.value3())));
        return places;
    }

    /** Locks the accounts of the items; an item that does not exist is not in the answer. */
    Map<Long, Locked> lock(Collection<Long> itemIds) {
        Long[] ids = itemIds.toArray(Long[]::new);
        lockAccounts(sql.selectDistinct(ITEM.ACCOUNT_ID)
                .from(ITEM)
                .where(ITEM.ID.eq(any(ids)))
                .fetch(ITEM.ACCOUNT_ID));
        Map<Long, List<PostingRecord>> postings = new HashMap<>();
        sql.selectFrom(POSTING)
                .where(POSTING.ITEM_ID.eq(any(ids)))
                .orderBy(POSTING.ID)
                .forEach(posting -> postings.computeIfAbsent(posting.getItemId(), _ -> new ArrayList<>())
                        .add(posting));
        Map<Long, Locked> locked = new HashMap<>();
        sql.selectFrom(ITEM)
                .where(ITEM.ID.eq(any(ids)))
                .forEach(item -> locked.put(
                        item.getId(), new Locked(item, history(item, postings.getOrDefault(item.getId(), List.of())))));
        return locked;
    }

    private static ItemHistory history(ItemRecord item, List<PostingRecord> postings) {
        Opening opening = new Opening(
                ItemId.of(item.getId()),
                Money.ofMinor(item.getOriginalMinor(), item.getCurrency()),
                item.getPostedOn(),
                item.getRecordedAt());
        return new ItemHistory(
                opening,
                postings.stream().map(p -> posting(p, item.getCurrency())).toList());
    }

    private static Posting posting(PostingRecord row, String currency) {
        return new Posting(
                new PostingId(row.getId()),
                ItemId.of(row.getItemId()),
                Money.ofMinor(row.getDeltaMinor(), currency),
                row.getBusinessDate(),
                row.getRecordedAt(),
                row.getKind(),
                row.getCause(),
                row.getActor(),
                row.getReversesId() == null ? null : new PostingId(row.getReversesId()));
    }
}
