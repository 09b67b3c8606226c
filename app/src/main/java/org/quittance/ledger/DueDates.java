package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.DUE_DATE_CHANGE;
import static org.quittance.db.ledger.Tables.ITEM;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.DueDateRefusal;
import org.quittance.core.ledger.DueDateRule;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.ledger.tables.records.DueDateChangeRecord;
import org.quittance.db.ledger.tables.records.ItemRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the day by which an item is due: because it was entered wrongly, or because it was put off by agreement.
 *
 * <p>What was entered stays as it is. The last change counts from its business date on; an earlier day shows what counted then. Whoever
 * pays by the new day is not late.
 */
@Service
public class DueDates {

    private final DSLContext sql;
    private final ItemLocks locks;
    private final Announcements announcements;
    private final AuditTrail audit;

    DueDates(DSLContext sql, ItemLocks locks, Announcements announcements, AuditTrail audit) {
        this.sql = sql;
        this.locks = locks;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** A change as it stands in the item's history. */
    public record Change(
            LocalDate was,
            LocalDate dueDate,
            LocalDate businessDate,
            String reason,
            String actor,
            Instant recordedAt) {}

    /**
     * Changes the due date of an item that is there.
     *
     * @param context its cause is the reason that is kept
     * @return why not; empty where it is done
     */
    @Transactional
    public Optional<DueDateRefusal> change(ItemId id, LocalDate wished, PostingContext context) {
        ItemRecord item = sql.fetchSingle(ITEM, ITEM.ID.eq(id.value()));
        locks.lockAccounts(Set.of(item.getAccountId()));
        Optional<DueDateChangeRecord> last = sql.selectFrom(DUE_DATE_CHANGE)
                .where(DUE_DATE_CHANGE.ITEM_ID.eq(id.value()))
                .orderBy(DUE_DATE_CHANGE.ID.desc())
                .limit(1)
                .fetchOptional();
        LocalDate was = last.map(DueDateChangeRecord::getDueDate).orElse(item.getDueDate());
        Optional<DueDateRefusal> refusal = DueDateRule.refusal(
                new DueDateRule.Standing(
                        item.getDocumentDate(),
                        was,
                        Money.ofMinor(item.getOriginalMinor(), item.getCurrency()),
                        Money.ofMinor(openMinor(id), item.getCurrency()),
                        last.map(DueDateChangeRecord::getBusinessDate).orElse(null)),
                wished,
                context.businessDate());
        if (refusal.isEmpty()) {
            record(item, was, wished, context);
        }
        return refusal;
    }

    /** The due date that counts now of the item in a query; its own where it was never changed. */
    static Field<LocalDate> standing(Field<Long> itemId, Field<LocalDate> asEntered) {
        return DSL.coalesce(
                DSL.field(DSL.select(DUE_DATE_CHANGE.DUE_DATE)
                        .from(DUE_DATE_CHANGE)
                        .where(DUE_DATE_CHANGE.ITEM_ID.eq(itemId))
                        .orderBy(DUE_DATE_CHANGE.ID.desc())
                        .limit(1)),
                asEntered);
    }

    private void record(ItemRecord item, LocalDate was, LocalDate wished, PostingContext context) {
        sql.insertInto(DUE_DATE_CHANGE)
                .set(DUE_DATE_CHANGE.ITEM_ID, item.getId())
                .set(DUE_DATE_CHANGE.ACCOUNT_ID, item.getAccountId())
                .set(DUE_DATE_CHANGE.WAS, was)
                .set(DUE_DATE_CHANGE.DUE_DATE, wished)
                .set(DUE_DATE_CHANGE.BUSINESS_DATE, context.businessDate())
                .set(DUE_DATE_CHANGE.REASON, context.cause())
                .set(DUE_DATE_CHANGE.ACTOR, context.actor())
                .execute();
        sql.update(OPEN_ITEM)
                .set(OPEN_ITEM.DUE_DATE, wished)
                .where(OPEN_ITEM.ITEM_ID.eq(item.getId()))
                .execute();
        audit.record(
                context.actor(),
                "item.due-date-changed",
                "item",
                item.getId(),
                "%s instead of %s: %s".formatted(wished, was, context.cause()));
        announcements.changed(Set.of(item.getAccountId()));
    }

    private long openMinor(ItemId id) {
        return sql.select(OPEN_ITEM.OPEN_MINOR)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.ITEM_ID.eq(id.value()))
                .fetchOptional(OPEN_ITEM.OPEN_MINOR)
                .orElse(0L);
    }
}
