package org.quittance.ledger;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.DUE_DATE_CHANGE;
import static org.quittance.db.ledger.Tables.ITEM;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;
import static org.quittance.db.ledger.Tables.POSTING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemKind;

/**
 * What was open at the end of a business date, as known at a moment, as a table to select from.
 *
 * <p>Reads backwards: what is open now, less every posting that came later. It costs what is open plus what was posted since, not the
 * whole history. Equal by definition to {@link org.quittance.core.ledger.LedgerView#openAt}, which sums forwards. A due date that was
 * changed later is read back in the same way: what counted before the first change after that day.
 */
final class OpenAt {

    static final Field<Long> ITEM_ID = DSL.field(name("open_at", "item_id"), Long.class);
    static final Field<Long> ACCOUNT_ID = DSL.field(name("open_at", "account_id"), Long.class);
    static final Field<Long> ENTITY_ID = DSL.field(name("open_at", "entity_id"), Long.class);
    static final Field<ItemKind> KIND = DSL.field(name("open_at", "kind"), OPEN_ITEM.KIND.getDataType());
    static final Field<String> DOCUMENT = DSL.field(name("open_at", "document"), String.class);
    static final Field<LocalDate> DOCUMENT_DATE = DSL.field(name("open_at", "document_date"), LocalDate.class);
    static final Field<LocalDate> DUE_DATE = DSL.field(name("open_at", "due_date"), LocalDate.class);
    static final Field<String> CURRENCY = DSL.field(name("open_at", "currency"), String.class);
    static final Field<Long> ORIGINAL_MINOR = DSL.field(name("open_at", "original_minor"), Long.class);
    static final Field<Long> OPEN_MINOR = DSL.field(name("open_at", "open_minor"), Long.class);

    private OpenAt() {}

    /** Whether what is open now is what was open then: nothing that is known was posted for a later day. */
    static boolean isNow(DSLContext sql, LocalDate asOf, @Nullable Instant knownAt) {
        return knownAt == null
                && !sql.fetchExists(POSTING, POSTING.BUSINESS_DATE.gt(asOf))
                && !sql.fetchExists(DUE_DATE_CHANGE, DUE_DATE_CHANGE.BUSINESS_DATE.gt(asOf));
    }

    /** The same table where {@link #isNow} holds: one reading of what is open, which the database can share out among several workers. */
    static Table<?> now(LocalDate asOf, Function<Field<Long>, Condition> ofAccount) {
        return select(
                        OPEN_ITEM.ITEM_ID.as("item_id"),
                        OPEN_ITEM.ACCOUNT_ID.as("account_id"),
                        OPEN_ITEM.ENTITY_ID.as("entity_id"),
                        OPEN_ITEM.KIND.as("kind"),
                        OPEN_ITEM.DOCUMENT.as("document"),
                        OPEN_ITEM.DOCUMENT_DATE.as("document_date"),
                        OPEN_ITEM.DUE_DATE.as("due_date"),
                        OPEN_ITEM.CURRENCY.as("currency"),
                        OPEN_ITEM.ORIGINAL_MINOR.as("original_minor"),
                        OPEN_ITEM.OPEN_MINOR.as("open_minor"))
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.POSTED_ON.le(asOf))
                .and(ofAccount.apply(OPEN_ITEM.ACCOUNT_ID))
                .asTable("open_at");
    }

    /**
     * @param knownAt leaves out what was recorded later; null for all that is known now
     * @param ofAccount narrows the accounts; it is given the account number of each table that is read
     */
    static Table<?> table(LocalDate asOf, @Nullable Instant knownAt, Function<Field<Long>, Condition> ofAccount) {
        Condition later = POSTING.BUSINESS_DATE.gt(asOf);
        Table<Record2<Long, Long>> since = select(
                        POSTING.ITEM_ID,
                        sum(POSTING.DELTA_MINOR).cast(Long.class).as("delta_minor"))
                .from(POSTING)
                .where(knownAt == null ? later : later.or(POSTING.RECORDED_AT.gt(knownAt)))
                .and(ofAccount.apply(POSTING.ACCOUNT_ID))
                .groupBy(POSTING.ITEM_ID)
                .asTable("since", "item_id", "delta_minor");
        Field<Long> sinceItem = DSL.field(name("since", "item_id"), Long.class);
        Field<Long> delta = DSL.field(name("since", "delta_minor"), Long.class);
        Table<Record2<Long, LocalDate>> moved = select(DUE_DATE_CHANGE.ITEM_ID, DUE_DATE_CHANGE.WAS)
                .distinctOn(DUE_DATE_CHANGE.ITEM_ID)
                .from(DUE_DATE_CHANGE)
                .where(
                        knownAt == null
                                ? DUE_DATE_CHANGE.BUSINESS_DATE.gt(asOf)
                                : DUE_DATE_CHANGE.BUSINESS_DATE.gt(asOf).or(DUE_DATE_CHANGE.RECORDED_AT.gt(knownAt)))
                .and(ofAccount.apply(DUE_DATE_CHANGE.ACCOUNT_ID))
                .orderBy(DUE_DATE_CHANGE.ITEM_ID, DUE_DATE_CHANGE.ID)
                .asTable("moved", "item_id", "was");
        Field<Long> movedItem = DSL.field(name("moved", "item_id"), Long.class);
        Field<LocalDate> dueThen = DSL.field(name("moved", "was"), LocalDate.class);
        Field<Long> stillOpen = OPEN_ITEM.OPEN_MINOR.minus(coalesce(delta, inline(0L)));
        return select(
                        OPEN_ITEM.ITEM_ID.as("item_id"),
                        OPEN_ITEM.ACCOUNT_ID.as("account_id"),
                        OPEN_ITEM.ENTITY_ID.as("entity_id"),
                        OPEN_ITEM.KIND.as("kind"),
                        OPEN_ITEM.DOCUMENT.as("document"),
                        OPEN_ITEM.DOCUMENT_DATE.as("document_date"),
                        coalesce(dueThen, OPEN_ITEM.DUE_DATE).as("due_date"),
                        OPEN_ITEM.CURRENCY.as("currency"),
                        OPEN_ITEM.ORIGINAL_MINOR.as("original_minor"),
                        stillOpen.as("open_minor"))
                .from(OPEN_ITEM)
                .leftJoin(since)
                .on(sinceItem.eq(OPEN_ITEM.ITEM_ID))
                .leftJoin(moved)
                .on(movedItem.eq(OPEN_ITEM.ITEM_ID))
                .where(OPEN_ITEM.POSTED_ON.le(asOf))
                .and(knownAt == null ? noCondition() : OPEN_ITEM.RECORDED_AT.le(knownAt))
                .and(ofAccount.apply(OPEN_ITEM.ACCOUNT_ID))
                .and(stillOpen.ne(0L))
                .unionAll(select(
                                ITEM.ID,
                                ITEM.ACCOUNT_ID,
                                ITEM.ENTITY_ID,
                                ITEM.KIND,
                                ITEM.DOCUMENT,
                                ITEM.DOCUMENT_DATE,
                                coalesce(dueThen, DueDates.standing(ITEM.ID, ITEM.DUE_DATE)),
                                ITEM.CURRENCY,
                                ITEM.ORIGINAL_MINOR,
                                delta.neg())
                        .from(since)
                        .join(ITEM)
                        .on(ITEM.ID.eq(sinceItem))
                        .leftJoin(moved)
                        .on(movedItem.eq(ITEM.ID))
                        .where(notExists(selectOne().from(OPEN_ITEM).where(OPEN_ITEM.ITEM_ID.eq(sinceItem))))
                        .and(ITEM.POSTED_ON.le(asOf))
                        .and(knownAt == null ? noCondition() : ITEM.RECORDED_AT.le(knownAt))
                        .and(delta.ne(0L)))
                .asTable("open_at");
    }
}
