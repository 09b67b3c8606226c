package org.quittance.copies;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.copies.Tables.COPY;
import static org.quittance.db.copies.Tables.DISCARD;
import static org.quittance.db.copies.Tables.NOBODYS_VIEW;
import static org.quittance.db.copies.Tables.PLACEMENT;
import static org.quittance.db.copies.Tables.WITHDRAWAL;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.copy.CopyOwner.Document;
import org.quittance.core.copy.CopyOwner.FoundBy;
import org.quittance.core.copy.CopySigns;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies as rows. Nothing is changed: what no longer holds has a row that says so. */
@Repository
class CopyStore {

    private static final int COPY_LOCKS = 0x51_75_69_43;

    private static final Condition STANDING =
            notExists(selectOne().from(WITHDRAWAL).where(WITHDRAWAL.PLACEMENT_ID.eq(PLACEMENT.ID)));

    private final DSLContext sql;

    CopyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A copy as it has to be decided about. */
    record Undecided(long id, CopySigns signs, @Nullable Long entityId) {}

    /** Keeps others from deciding about the same content until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String sha256) {
        sql.execute("select pg_advisory_xact_lock({0}, hashtext({1}))", val(COPY_LOCKS), val(sha256));
    }

    /** The same for a copy that is here; nothing where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Undecided> hold(long copyId) {
        sql.select(COPY.SHA256)
                .from(COPY)
                .where(COPY.ID.eq(copyId))
                .fetchOptional(COPY.SHA256)
                .ifPresent(this::hold);
        return undecided(COPY.ID.eq(copyId), 1).stream().findFirst();
    }

    Optional<Long> byContent(String sha256) {
        return sql.select(COPY.ID).from(COPY).where(COPY.SHA256.eq(sha256)).fetchOptional(COPY.ID);
    }

    long insert(NewCopy copy, String sha256, LocalDate today, String actor) {
        CopySigns signs = copy.signs();
        return sql.insertInto(COPY)
                .set(COPY.SHA256, sha256)
                .set(COPY.SIZE_BYTES, (long) copy.content().length)
                .set(COPY.CONTENT, copy.content())
                .set(COPY.FILE_NAME, signs.fileName())
                .set(COPY.ENTITY_ID, copy.entityId())
                .set(COPY.XML_NUMBER, signs.xmlNumber())
                .set(COPY.XML_SELLER, signs.xmlSeller())
                .set(COPY.TEXT_NUMBERS, signs.pageNumbers().toArray(String[]::new))
                .set(COPY.UPLOAD_ID, copy.uploadId())
                .set(COPY.BUSINESS_DATE, today)
                .set(COPY.ACTOR, actor)
                .returning()
                .fetchSingle()
                .getId();
    }

    void place(long copyId, Collection<Document> items, FoundBy by, String actor) {
        for (Document item : items) {
            sql.insertInto(PLACEMENT)
                    .set(PLACEMENT.COPY_ID, copyId)
                    .set(PLACEMENT.ITEM_ID, item.item().value())
                    .set(PLACEMENT.ACCOUNT_ID, item.account().value())
                    .set(PLACEMENT.FOUND_BY, by.name())
                    .set(PLACEMENT.ACTOR, actor)
                    .execute();
        }
    }

    /** Withdraws all that ties the copy to the items of the placement's document. Returns how many ties there were. */
    int withdraw(long copyId, String reason, String actor) {
        return sql.insertInto(WITHDRAWAL, WITHDRAWAL.PLACEMENT_ID, WITHDRAWAL.REASON, WITHDRAWAL.ACTOR)
                .select(sql.select(PLACEMENT.ID, val(reason), val(actor))
                        .from(PLACEMENT)
                        .where(PLACEMENT.COPY_ID.eq(copyId))
                        .and(STANDING))
                .execute();
    }

    void discard(long copyId, String reason, String actor) {
        sql.insertInto(DISCARD, DISCARD.COPY_ID, DISCARD.REASON, DISCARD.ACTOR)
                .values(copyId, reason, actor)
                .execute();
    }

    /** The items that the copy is of. */
    List<Long> itemsOf(long copyId) {
        return sql.select(PLACEMENT.ITEM_ID)
                .from(PLACEMENT)
                .where(PLACEMENT.COPY_ID.eq(copyId))
                .and(STANDING)
                .orderBy(PLACEMENT.ITEM_ID)
                .fetch(PLACEMENT.ITEM_ID);
    }

    Optional<String> discardedBecause(long copyId) {
        return sql.select(DISCARD.REASON, DISCARD.ACTOR)
                .from(DISCARD)
                .where(DISCARD.COPY_ID.eq(copyId))
                .fetchOptional(row -> "%s has discarded it: %s".formatted(row.value2(), row.value1()));
    }

    boolean isNobodys(long copyId) {
        return sql.fetchExists(NOBODYS_VIEW, NOBODYS_VIEW.COPY_ID.eq(copyId));
    }

    /** Those that are nobody's, the newest first, at most so many. */
    List<Undecided> nobodys(int most) {
        return undecided(exists(selectOne().from(NOBODYS_VIEW).where(NOBODYS_VIEW.COPY_ID.eq(COPY.ID))), most);
    }

    /** The newest of those that never were anybody's: what a person has taken away from an item is not given back by itself. */
    List<Undecided> neverPlaced(int most) {
        return undecided(
                exists(selectOne().from(NOBODYS_VIEW).where(NOBODYS_VIEW.COPY_ID.eq(COPY.ID)))
                        .and(notExists(selectOne().from(PLACEMENT).where(PLACEMENT.COPY_ID.eq(COPY.ID)))),
                most);
    }

    boolean wasPlaced(long copyId) {
        return sql.fetchExists(PLACEMENT, PLACEMENT.COPY_ID.eq(copyId));
    }

    CopyTally tally(long uploadId) {
        Condition ofUpload = COPY.UPLOAD_ID.eq(uploadId);
        Condition isPlaced = exists(
                selectOne().from(PLACEMENT).where(PLACEMENT.COPY_ID.eq(COPY.ID)).and(STANDING));
        Condition isNobodys = exists(selectOne().from(NOBODYS_VIEW).where(NOBODYS_VIEW.COPY_ID.eq(COPY.ID)));
        return new CopyTally(
                sql.fetchCount(COPY, ofUpload.and(isPlaced)), sql.fetchCount(COPY, ofUpload.and(isNobodys)));
    }

    int countNobodys() {
        return sql.fetchCount(NOBODYS_VIEW);
    }

    /** The standing copies of items, for each item the latest first. */
    List<CopyLine> ofItems(Collection<Long> items) {
        return sql.select(
                        COPY.ID,
                        PLACEMENT.ID,
                        PLACEMENT.ITEM_ID,
                        COPY.FILE_NAME,
                        COPY.SIZE_BYTES,
                        PLACEMENT.FOUND_BY,
                        COPY.RECEIVED_AT,
                        COPY.ACTOR)
                .from(PLACEMENT)
                .join(COPY)
                .on(COPY.ID.eq(PLACEMENT.COPY_ID))
                .where(PLACEMENT.ITEM_ID.eq(any(items.toArray(Long[]::new))))
                .and(STANDING)
                .orderBy(PLACEMENT.ITEM_ID, PLACEMENT.ID.desc())
                .fetch(row -> new CopyLine(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        FoundBy.valueOf(row.value6()),
                        row.value7(),
                        row.value8()));
    }

    Optional<StoredCopy> content(long copyId) {
        return sql.select(COPY.ID, COPY.FILE_NAME, COPY.CONTENT)
                .from(COPY)
                .where(COPY.ID.eq(copyId))
                .fetchOptional(row -> new StoredCopy(row.value1(), row.value2(), row.value3()));
    }

    private List<Undecided> undecided(Condition which, int most) {
        return sql.select(COPY.ID, COPY.FILE_NAME, COPY.XML_NUMBER, COPY.XML_SELLER, COPY.TEXT_NUMBERS, COPY.ENTITY_ID)
                .from(COPY)
                .where(which)
                .orderBy(COPY.ID.desc())
                .limit(most)
                .fetch(row -> new Undecided(
                        row.value1(),
                        new CopySigns(row.value2(), row.value3(), row.value4(), Arrays.asList(row.value5())),
                        row.value6()));
    }
}
