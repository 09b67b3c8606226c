package org.quittance.correspondence;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.correspondence.Tables.LETTER_BATCH;
import static org.quittance.db.correspondence.Tables.LETTER_BATCH_MESSAGE;
import static org.quittance.db.correspondence.Tables.LETTER_POSTING;
import static org.quittance.db.correspondence.Tables.LETTER_PRINT;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.letter.PostalService;
import org.springframework.stereotype.Repository;

/** Batches of letters as rows, which are only ever added. */
@Repository
class LetterBatchStore {

    private static final Field<List<LetterBatch.Print>> PRINTS = multiset(select(
                            LETTER_PRINT.PRINT,
                            LETTER_PRINT.FROM_POSITION,
                            LETTER_PRINT.REASON,
                            LETTER_PRINT.ACTOR,
                            LETTER_PRINT.AT)
                    .from(LETTER_PRINT)
                    .where(LETTER_PRINT.BATCH_ID.eq(LETTER_BATCH.ID))
                    .orderBy(LETTER_PRINT.PRINT))
            .as("prints")
            .convertFrom(rows -> rows.map(row ->
                    new LetterBatch.Print(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));

    private final DSLContext sql;

    LetterBatchStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A letter with the sides of paper that it fills. */
    record Sheets(Message letter, Envelope.ByPost envelope, int pages) {}

    long insert(List<Sheets> letters, LocalDate today, String actor, Instant now) {
        long id = sql.insertInto(LETTER_BATCH)
                .set(LETTER_BATCH.BUSINESS_DATE, today)
                .set(LETTER_BATCH.LETTERS, letters.size())
                .set(
                        LETTER_BATCH.PAGES,
                        letters.stream().mapToInt(Sheets::pages).sum())
                .set(LETTER_BATCH.ACTOR, actor)
                .set(LETTER_BATCH.AT, now)
                .returning(LETTER_BATCH.ID)
                .fetchSingle()
                .getId();
        var insert = sql.insertInto(
                LETTER_BATCH_MESSAGE,
                LETTER_BATCH_MESSAGE.BATCH_ID,
                LETTER_BATCH_MESSAGE.POSITION,
                LETTER_BATCH_MESSAGE.MESSAGE_ID,
                LETTER_BATCH_MESSAGE.POSTCODE,
                LETTER_BATCH_MESSAGE.PAGES);
        int position = 0;
        for (Sheets each : letters) {
            position++;
            insert = insert.values(
                    id,
                    position,
                    each.letter().id().value(),
                    each.envelope().to().postcode(),
                    each.pages());
        }
        insert.execute();
        return id;
    }

    /** Returns the number of the print. */
    int insertPrint(long batch, int from, String reason, String actor, Instant now) {
        Integer last = sql.select(max(LETTER_PRINT.PRINT))
                .from(LETTER_PRINT)
                .where(LETTER_PRINT.BATCH_ID.eq(batch))
                .fetchSingle()
                .value1();
        int number = last == null ? 1 : last + 1;
        sql.insertInto(LETTER_PRINT)
                .set(LETTER_PRINT.BATCH_ID, batch)
                .set(LETTER_PRINT.PRINT, number)
                .set(LETTER_PRINT.FROM_POSITION, from)
                .set(LETTER_PRINT.REASON, reason)
                .set(LETTER_PRINT.ACTOR, actor)
                .set(LETTER_PRINT.AT, now)
                .execute();
        return number;
    }

    void insertPosting(long batch, LocalDate on, String actor, Instant now) {
        sql.insertInto(LETTER_POSTING)
                .set(LETTER_POSTING.BATCH_ID, batch)
                .set(LETTER_POSTING.POSTED_ON, on)
                .set(LETTER_POSTING.ACTOR, actor)
                .set(LETTER_POSTING.AT, now)
                .execute();
    }

    /** Holds the batch against other prints and postings until the transaction ends; empty where there is none. */
    Optional<LetterBatch> lock(long id) {
        sql.execute("select pg_advisory_xact_lock({0}, {1})", val(LetterBatches.BATCH_LOCKS), val(Math.toIntExact(id)));
        return find(id);
    }

    Optional<LetterBatch> find(long id) {
        return fetch(LETTER_BATCH.ID.eq(id), 1).stream().findFirst();
    }

    List<LetterBatch> newest(int most) {
        return fetch(noCondition(), most);
    }

    /** The batch in which a letter went. */
    Optional<LetterBatch> of(MessageId message) {
        return fetch(
                        LETTER_BATCH.ID.in(select(LETTER_BATCH_MESSAGE.BATCH_ID)
                                .from(LETTER_BATCH_MESSAGE)
                                .where(LETTER_BATCH_MESSAGE.MESSAGE_ID.eq(message.value()))),
                        1)
                .stream()
                .findFirst();
    }

    List<LetterBatch.Line> lines(long batch) {
        return sql.select(MESSAGE.fields())
                .select(LETTER_BATCH_MESSAGE.POSITION, LETTER_BATCH_MESSAGE.PAGES, CUSTOMER_VIEW.NUMBER)
                .from(LETTER_BATCH_MESSAGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(LETTER_BATCH_MESSAGE.MESSAGE_ID))
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(MESSAGE.CUSTOMER_ID))
                .where(LETTER_BATCH_MESSAGE.BATCH_ID.eq(batch))
                .orderBy(LETTER_BATCH_MESSAGE.POSITION)
                .fetch(row -> new LetterBatch.Line(
                        row.get(LETTER_BATCH_MESSAGE.POSITION),
                        MessageId.of(row.get(MESSAGE.ID)),
                        CustomerId.of(row.get(MESSAGE.CUSTOMER_ID)),
                        row.get(CUSTOMER_VIEW.NUMBER),
                        MessageStore.postalAddressee(row),
                        PostalService.valueOf(row.get(MESSAGE.POSTAL_SERVICE)),
                        row.get(MESSAGE.SUBJECT),
                        row.get(LETTER_BATCH_MESSAGE.PAGES)));
    }

    private List<LetterBatch> fetch(Condition which, int most) {
        return sql.select(LETTER_BATCH.fields())
                .select(PRINTS)
                .select(LETTER_POSTING.POSTED_ON, LETTER_POSTING.ACTOR, LETTER_POSTING.AT)
                .from(LETTER_BATCH)
                .leftJoin(LETTER_POSTING)
                .on(LETTER_POSTING.BATCH_ID.eq(LETTER_BATCH.ID))
                .where(which)
                .orderBy(LETTER_BATCH.ID.desc())
                .limit(most)
                .fetch(LetterBatchStore::batch);
    }

    private static LetterBatch batch(Record row) {
        LocalDate postedOn = row.get(LETTER_POSTING.POSTED_ON);
        return new LetterBatch(
                row.get(LETTER_BATCH.ID),
                row.get(LETTER_BATCH.BUSINESS_DATE),
                row.get(LETTER_BATCH.LETTERS),
                row.get(LETTER_BATCH.PAGES),
                row.get(LETTER_BATCH.ACTOR),
                row.get(LETTER_BATCH.AT),
                row.get(PRINTS),
                postedOn == null
                        ? null
                        : new LetterBatch.Posting(postedOn, row.get(LETTER_POSTING.ACTOR), row.get(LETTER_POSTING.AT)));
    }
}
