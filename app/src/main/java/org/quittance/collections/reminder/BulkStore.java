package org.quittance.collections.reminder;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.BULK_SENDING;
import static org.quittance.db.collections.Tables.BULK_SENDING_CUSTOMER;
import static org.quittance.db.collections.Tables.BULK_SENDING_END;
import static org.quittance.db.collections.Tables.BULK_SENDING_RELEASE;
import static org.quittance.db.collections.Tables.BULK_SENDING_RESULT;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.MessageId;
import org.springframework.stereotype.Repository;

/** Sendings in bulk as rows, which are only ever added. */
@Repository
class BulkStore {

    private static final Field<Integer> QUEUED = field(select(count(BULK_SENDING_RESULT.MESSAGE_ID))
                    .from(BULK_SENDING_RESULT)
                    .where(BULK_SENDING_RESULT.BULK_ID.eq(BULK_SENDING.ID)))
            .as("queued");
    private static final Field<Integer> RESULTS = field(
                    select(count()).from(BULK_SENDING_RESULT).where(BULK_SENDING_RESULT.BULK_ID.eq(BULK_SENDING.ID)))
            .as("results");

    private static final Condition HAS_NO_RESULT = notExists(selectOne()
            .from(BULK_SENDING_RESULT)
            .where(BULK_SENDING_RESULT.BULK_ID.eq(BULK_SENDING_CUSTOMER.BULK_ID))
            .and(BULK_SENDING_RESULT.CUSTOMER_ID.eq(BULK_SENDING_CUSTOMER.CUSTOMER_ID)));

    private static final int MOST_WAITING = 20;

    private final DSLContext sql;

    BulkStore(DSLContext sql) {
        this.sql = sql;
    }

    long insert(BulkSending.Wish wish, String stopped, Instant now, Instant startsAt) {
        long id = sql.insertInto(BULK_SENDING)
                .set(BULK_SENDING.CHOSEN, wish.chosen())
                .set(BULK_SENDING.CUSTOMERS, wish.customers().size())
                .set(BULK_SENDING.STARTS_AT, startsAt)
                .set(BULK_SENDING.STOPPED, stopped)
                .set(BULK_SENDING.ACTOR, wish.actor())
                .set(BULK_SENDING.AT, now)
                .returning(BULK_SENDING.ID)
                .fetchSingle()
                .getId();
        var insert =
                sql.insertInto(BULK_SENDING_CUSTOMER, BULK_SENDING_CUSTOMER.BULK_ID, BULK_SENDING_CUSTOMER.CUSTOMER_ID);
        for (Long customer : wish.customers()) {
            insert = insert.values(id, customer);
        }
        insert.execute();
        return id;
    }

    /** Holds it against everybody else until the transaction ends. */
    Optional<BulkView> lock(long id) {
        sql.execute("select pg_advisory_xact_lock({0}, {1})", val(BulkSending.LOCKS), val(Math.toIntExact(id)));
        return find(id);
    }

    Optional<BulkView> find(long id) {
        return fetch(BULK_SENDING.ID.eq(id), 1).stream().findFirst();
    }

    List<BulkView> newest(@Nullable String actor, int most) {
        return fetch(actor == null ? noCondition() : BULK_SENDING.ACTOR.eq(actor), most);
    }

    List<BulkView> waitingForRelease() {
        return fetch(
                BULK_SENDING
                        .STOPPED
                        .ne("")
                        .and(BULK_SENDING_RELEASE.BULK_ID.isNull())
                        .and(BULK_SENDING_END.BULK_ID.isNull()),
                MOST_WAITING);
    }

    /** The next customer whose turn has not come. */
    Optional<Long> next(long id) {
        return sql.select(BULK_SENDING_CUSTOMER.CUSTOMER_ID)
                .from(BULK_SENDING_CUSTOMER)
                .where(BULK_SENDING_CUSTOMER.BULK_ID.eq(id))
                .and(HAS_NO_RESULT)
                .orderBy(BULK_SENDING_CUSTOMER.CUSTOMER_ID)
                .limit(1)
                .fetchOptional(BULK_SENDING_CUSTOMER.CUSTOMER_ID);
    }

    /** Those whose turn has not come, by name. */
    Set<Long> customers(long id) {
        return sql
                .select(BULK_SENDING_CUSTOMER.CUSTOMER_ID)
                .from(BULK_SENDING_CUSTOMER)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(BULK_SENDING_CUSTOMER.CUSTOMER_ID))
                .where(BULK_SENDING_CUSTOMER.BULK_ID.eq(id))
                .and(HAS_NO_RESULT)
                .orderBy(CUSTOMER_VIEW.NAME, CUSTOMER_VIEW.CUSTOMER_ID)
                .fetchInto(Long.class)
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void noteQueued(long id, long customer, MessageId message, Instant now) {
        sql.insertInto(BULK_SENDING_RESULT)
                .set(BULK_SENDING_RESULT.BULK_ID, id)
                .set(BULK_SENDING_RESULT.CUSTOMER_ID, customer)
                .set(BULK_SENDING_RESULT.MESSAGE_ID, message.value())
                .set(BULK_SENDING_RESULT.WHY_NOT, "")
                .set(BULK_SENDING_RESULT.AT, now)
                .execute();
    }

    void noteLeftOut(long id, long customer, String why, Instant now) {
        sql.insertInto(BULK_SENDING_RESULT)
                .set(BULK_SENDING_RESULT.BULK_ID, id)
                .set(BULK_SENDING_RESULT.CUSTOMER_ID, customer)
                .set(BULK_SENDING_RESULT.WHY_NOT, why)
                .set(BULK_SENDING_RESULT.AT, now)
                .execute();
    }

    void noteRelease(long id, String reason, String actor, Instant now) {
        sql.insertInto(BULK_SENDING_RELEASE)
                .set(BULK_SENDING_RELEASE.BULK_ID, id)
                .set(BULK_SENDING_RELEASE.REASON, reason)
                .set(BULK_SENDING_RELEASE.ACTOR, actor)
                .set(BULK_SENDING_RELEASE.AT, now)
                .execute();
    }

    void noteEnd(long id, BulkView.Outcome outcome, String actor, Instant now) {
        sql.insertInto(BULK_SENDING_END)
                .set(BULK_SENDING_END.BULK_ID, id)
                .set(BULK_SENDING_END.OUTCOME, outcome.name())
                .set(BULK_SENDING_END.ACTOR, actor)
                .set(BULK_SENDING_END.AT, now)
                .execute();
    }

    List<MessageId> messages(long id) {
        return sql.select(BULK_SENDING_RESULT.MESSAGE_ID)
                .from(BULK_SENDING_RESULT)
                .where(BULK_SENDING_RESULT.BULK_ID.eq(id))
                .and(BULK_SENDING_RESULT.MESSAGE_ID.isNotNull())
                .orderBy(BULK_SENDING_RESULT.MESSAGE_ID)
                .fetch(row -> MessageId.of(row.value1()));
    }

    /** Those who got no message, with why. */
    List<BulkView.LeftOut> leftOut(long id) {
        return sql.select(BULK_SENDING_RESULT.CUSTOMER_ID, CUSTOMER_VIEW.NAME, BULK_SENDING_RESULT.WHY_NOT)
                .from(BULK_SENDING_RESULT)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(BULK_SENDING_RESULT.CUSTOMER_ID))
                .where(BULK_SENDING_RESULT.BULK_ID.eq(id))
                .and(BULK_SENDING_RESULT.MESSAGE_ID.isNull())
                .orderBy(CUSTOMER_VIEW.NAME, CUSTOMER_VIEW.CUSTOMER_ID)
                .fetch(row -> new BulkView.LeftOut(row.value1(), row.value2(), row.value3()));
    }

    private List<BulkView> fetch(Condition which, int most) {
        return sql.select(BULK_SENDING.fields())
                .select(QUEUED, RESULTS)
                .select(BULK_SENDING_RELEASE.REASON, BULK_SENDING_RELEASE.ACTOR, BULK_SENDING_RELEASE.AT)
                .select(BULK_SENDING_END.OUTCOME, BULK_SENDING_END.ACTOR, BULK_SENDING_END.AT)
                .from(BULK_SENDING)
                .leftJoin(BULK_SENDING_RELEASE)
                .on(BULK_SENDING_RELEASE.BULK_ID.eq(BULK_SENDING.ID))
                .leftJoin(BULK_SENDING_END)
                .on(BULK_SENDING_END.BULK_ID.eq(BULK_SENDING.ID))
                .where(which)
                .orderBy(BULK_SENDING.ID.desc())
                .limit(most)
                .fetch(BulkStore::view);
    }

    private static BulkView view(Record row) {
        String released = row.get(BULK_SENDING_RELEASE.REASON);
        String ended = row.get(BULK_SENDING_END.OUTCOME);
        return new BulkView(
                row.get(BULK_SENDING.ID),
                row.get(BULK_SENDING.CHOSEN),
                new BulkView.Counts(
                        row.get(BULK_SENDING.CUSTOMERS), row.get(QUEUED), row.get(RESULTS) - row.get(QUEUED)),
                row.get(BULK_SENDING.STARTS_AT),
                row.get(BULK_SENDING.STOPPED),
                row.get(BULK_SENDING.ACTOR),
                row.get(BULK_SENDING.AT),
                released == null
                        ? null
                        : new BulkView.Release(
                                released, row.get(BULK_SENDING_RELEASE.ACTOR), row.get(BULK_SENDING_RELEASE.AT)),
                ended == null
                        ? null
                        : new BulkView.End(
                                BulkView.Outcome.valueOf(ended),
                                row.get(BULK_SENDING_END.ACTOR),
                                row.get(BULK_SENDING_END.AT)));
    }
}
