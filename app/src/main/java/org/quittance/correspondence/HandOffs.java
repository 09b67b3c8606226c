package org.quittance.correspondence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.correspondence.Tables.HAND_OFF;
import static org.quittance.db.correspondence.Tables.HAND_OFF_MESSAGE;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.core.ledger.CustomerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files in which text messages were handed over, kept so that each can be had again. */
@Service
public class HandOffs {

    private static final long BATCH_LOCK = 0x51_75_69_74_74_54L;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DSLContext sql;

    HandOffs(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One file.
     *
     * @param handedOver how many of its messages count as handed over by it
     */
    public record HandOff(long id, String fileName, int messages, int handedOver, Instant at) {}

    /** A message in the attempt by which it went into the file. */
    record Taken(MessageId message, int attempt) {}

    /** One file is put together at a time, and before any gate is asked: so no two of them wait for each other's customers. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold() {
        sql.execute("select pg_advisory_xact_lock({0})", val(BATCH_LOCK));
    }

    /** Keeps a file that is about to be written, and returns its name, which no other has. */
    @Transactional(propagation = Propagation.MANDATORY)
    String keep(byte[] content, List<Taken> messages, Instant now) {
        String name = "text-messages-%s-%s.csv"
                .formatted(MOMENT.format(now), UUID.randomUUID().toString().substring(0, 8));
        long id = sql.insertInto(HAND_OFF)
                .set(HAND_OFF.FILE_NAME, name)
                .set(HAND_OFF.CONTENT, content)
                .set(HAND_OFF.MESSAGES, messages.size())
                .set(HAND_OFF.AT, now)
                .returning(HAND_OFF.ID)
                .fetchSingle()
                .getId();
        var insert = sql.insertInto(
                HAND_OFF_MESSAGE, HAND_OFF_MESSAGE.MESSAGE_ID, HAND_OFF_MESSAGE.ATTEMPT, HAND_OFF_MESSAGE.HAND_OFF_ID);
        for (Taken each : messages) {
            insert = insert.values(each.message().value(), each.attempt(), id);
        }
        insert.execute();
        return name;
    }

    /** The file into which a message went in an attempt; empty where it left by another way. */
    Optional<String> fileOf(MessageId message, int attempt) {
        return sql.select(HAND_OFF.FILE_NAME)
                .from(HAND_OFF_MESSAGE)
                .join(HAND_OFF)
                .on(HAND_OFF.ID.eq(HAND_OFF_MESSAGE.HAND_OFF_ID))
                .where(HAND_OFF_MESSAGE.MESSAGE_ID.eq(message.value()))
                .and(HAND_OFF_MESSAGE.ATTEMPT.eq(attempt))
                .fetchOptional(HAND_OFF.FILE_NAME);
    }

    /** The numbers of customers as the company gives them. */
    Map<CustomerId, String> customerNumbers(List<Message> messages) {
        return sql.select(CUSTOMER_VIEW.CUSTOMER_ID, CUSTOMER_VIEW.NUMBER)
                .from(CUSTOMER_VIEW)
                .where(CUSTOMER_VIEW.CUSTOMER_ID.in(
                        messages.stream().map(each -> each.customer().value()).toList()))
                .fetchMap(row -> CustomerId.of(row.value1()), row -> row.value2());
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<HandOff> newest(int most) {
        Field<Integer> handedOver = field(select(count())
                .from(HAND_OFF_MESSAGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(HAND_OFF_MESSAGE.MESSAGE_ID))
                .and(MESSAGE.ATTEMPTS.eq(HAND_OFF_MESSAGE.ATTEMPT))
                .and(MESSAGE.STATE.eq(MessageState.SENT.name()))
                .where(HAND_OFF_MESSAGE.HAND_OFF_ID.eq(HAND_OFF.ID)));
        return sql.select(HAND_OFF.ID, HAND_OFF.FILE_NAME, HAND_OFF.MESSAGES, handedOver, HAND_OFF.AT)
                .from(HAND_OFF)
                .orderBy(HAND_OFF.ID.desc())
                .limit(most)
                .fetch(row -> new HandOff(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** A file as it was written. */
    @Transactional(readOnly = true)
    public Optional<Attachment> file(long id) {
        return sql.select(HAND_OFF.FILE_NAME, HAND_OFF.CONTENT)
                .from(HAND_OFF)
                .where(HAND_OFF.ID.eq(id))
                .fetchOptional(row -> new Attachment(row.value1(), "text/csv", row.value2()));
    }
}
