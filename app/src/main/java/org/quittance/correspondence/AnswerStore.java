package org.quittance.correspondence;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.correspondence.Tables.ADDRESS_REPORT;
import static org.quittance.db.correspondence.Tables.FAILING_ADDRESS_VIEW;
import static org.quittance.db.correspondence.Tables.INTERNAL_MAIL;
import static org.quittance.db.correspondence.Tables.MAIL;
import static org.quittance.db.correspondence.Tables.MAIL_ASSIGNMENT;
import static org.quittance.db.correspondence.Tables.MAIL_READING;
import static org.quittance.db.correspondence.Tables.MAIL_SOURCE;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.correspondence.Tables.UNREAD_ANSWER_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.springframework.stereotype.Repository;

/** Mails that have come in, as rows; and what must be known to say what they are. */
@Repository
class AnswerStore {

    private static final int MAIL_LOCKS = 0x51_75_69_4d;

    private static final Field<Long> CUSTOMER = coalesce(MAIL.CUSTOMER_ID, MAIL_ASSIGNMENT.CUSTOMER_ID);

    private final DSLContext sql;

    AnswerStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Who writes: the contact of one customer. */
    record Sender(CustomerId customer, long contactId) {}

    /** What tells the mail that is kept under a key from others of its Message-ID; empty where none is kept. */
    Optional<String> signature(String key) {
        return sql.select(MAIL.SIGNATURE)
                .from(MAIL)
                .where(MAIL.MAIL_KEY.eq(key))
                .fetchOptional(MAIL.SIGNATURE);
    }

    /** Whether a mail is one that we have sent ourselves, to a customer or to somebody in the company. */
    boolean isOurOwn(String headerId) {
        return sql.fetchExists(MESSAGE, MESSAGE.HEADER_ID.eq(headerId))
                || sql.fetchExists(INTERNAL_MAIL, INTERNAL_MAIL.HEADER_ID.eq(headerId));
    }

    /** Our messages among those named, by their Message-IDs. */
    Map<String, MessageId> ours(Set<String> headerIds) {
        return headerIds.isEmpty()
                ? Map.of()
                : sql.select(MESSAGE.HEADER_ID, MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.HEADER_ID.in(headerIds))
                        .fetchMap(row -> row.value1(), row -> MessageId.of(row.value2()));
    }

    /** The latest message that left for an address since a moment. */
    Optional<MessageId> lastSentTo(String address, Instant since) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(lower(MESSAGE.TO_ADDRESS).eq(address.toLowerCase(Locale.ROOT)))
                .and(MESSAGE.SENT_AT.ge(since))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(row -> MessageId.of(row.value1()));
    }

    /** Empty where nobody has the address, and where contacts of several customers have it. */
    Optional<Sender> sender(String address) {
        List<Sender> senders = sql.select(CONTACT_VIEW.CUSTOMER_ID, min(CONTACT_VIEW.CONTACT_ID))
                .from(CONTACT_VIEW)
                .where(lower(CONTACT_VIEW.EMAIL).eq(address.toLowerCase(Locale.ROOT)))
                .and(CONTACT_VIEW.EMAIL.ne(""))
                .groupBy(CONTACT_VIEW.CUSTOMER_ID)
                .limit(2)
                .fetch(row -> new Sender(CustomerId.of(row.value1()), row.value2()));
        return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
    }

    /**
     * What a mail is and is about.
     *
     * @param activity its row on the timeline; null where it is nobody's
     */
    record Finding(
            Answer.Kind kind,
            @Nullable CustomerId customer,
            @Nullable MessageId message,
            @Nullable Long activity,
            String words) {}

    long insert(MailIdentity key, MimeMail mail, Finding finding, LocalDate on, Instant now) {
        var row = sql.newRecord(MAIL);
        row.setMailKey(key.key());
        row.setSignature(key.signature());
        row.setKind(finding.kind().name());
        row.setFromAddress(mail.fromAddress());
        row.setFromName(mail.fromName());
        row.setSubject(mail.subject());
        row.setBodyText(mail.text());
        row.setAttachments(mail.attachments().stream().map(Attachment::name).toArray(String[]::new));
        row.setWrittenAt(mail.writtenAt());
        row.setBusinessDate(on);
        row.setAt(now);
        row.setCustomerId(finding.customer() == null ? null : finding.customer().value());
        row.setMessageId(finding.message() == null ? null : finding.message().value());
        row.setActivityId(finding.activity());
        row.setWords(finding.words());
        row.store();
        return row.getId();
    }

    void keepSource(long id, byte[] wire) {
        sql.insertInto(MAIL_SOURCE, MAIL_SOURCE.MAIL_ID, MAIL_SOURCE.CONTENT)
                .values(id, wire)
                .execute();
    }

    Optional<byte[]> source(long id) {
        return sql.select(MAIL_SOURCE.CONTENT)
                .from(MAIL_SOURCE)
                .where(MAIL_SOURCE.MAIL_ID.eq(id))
                .fetchOptional(MAIL_SOURCE.CONTENT);
    }

    /** Returns whether nobody had before. */
    boolean noteReading(long id, String actor, Instant now) {
        return sql.insertInto(MAIL_READING, MAIL_READING.MAIL_ID, MAIL_READING.ACTOR, MAIL_READING.AT)
                        .values(id, actor, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void assign(long id, CustomerId customer, long activity, String actor, Instant now) {
        sql.insertInto(MAIL_ASSIGNMENT)
                .set(MAIL_ASSIGNMENT.MAIL_ID, id)
                .set(MAIL_ASSIGNMENT.CUSTOMER_ID, customer.value())
                .set(MAIL_ASSIGNMENT.ACTIVITY_ID, activity)
                .set(MAIL_ASSIGNMENT.ACTOR, actor)
                .set(MAIL_ASSIGNMENT.AT, now)
                .execute();
    }

    /** That an address fails, by a mail, or works, where there is none. */
    void report(String address, @Nullable Long mail, String words, String actor, Instant now) {
        sql.insertInto(ADDRESS_REPORT)
                .set(ADDRESS_REPORT.ADDRESS, address.toLowerCase(Locale.ROOT))
                .set(ADDRESS_REPORT.WORKS, mail == null)
                .set(ADDRESS_REPORT.MAIL_ID, mail)
                .set(ADDRESS_REPORT.WORDS, words)
                .set(ADDRESS_REPORT.ACTOR, actor)
                .set(ADDRESS_REPORT.AT, now)
                .execute();
    }

    /** That a number fails, by a receipt. */
    void reportNumber(String number, long receipt, String words, String actor, Instant now) {
        sql.insertInto(ADDRESS_REPORT)
                .set(ADDRESS_REPORT.ADDRESS, number)
                .set(ADDRESS_REPORT.WORKS, false)
                .set(ADDRESS_REPORT.RECEIPT_ID, receipt)
                .set(ADDRESS_REPORT.WORDS, words)
                .set(ADDRESS_REPORT.ACTOR, actor)
                .set(ADDRESS_REPORT.AT, now)
                .execute();
    }

    /** Why what goes to an address or a number comes back; empty where it works, as far as is known. */
    Optional<String> failing(String address) {
        return sql.select(FAILING_ADDRESS_VIEW.WORDS)
                .from(FAILING_ADDRESS_VIEW)
                .where(FAILING_ADDRESS_VIEW.ADDRESS.eq(address.toLowerCase(Locale.ROOT)))
                .fetchOptional(FAILING_ADDRESS_VIEW.WORDS);
    }

    /** On which day a customer wrote what nobody has looked at, the first such day; empty where all is read. */
    Optional<LocalDate> unreadSince(CustomerId customer) {
        return sql.select(UNREAD_ANSWER_VIEW.ANSWERED_ON)
                .from(UNREAD_ANSWER_VIEW)
                .where(UNREAD_ANSWER_VIEW.CUSTOMER_ID.eq(customer.value()))
                .orderBy(UNREAD_ANSWER_VIEW.ANSWERED_ON)
                .limit(1)
                .fetchOptional(UNREAD_ANSWER_VIEW.ANSWERED_ON);
    }

    /** Keeps others from saying whose a mail is until the transaction ends: rows that are only added cannot be locked. */
    Optional<Answer> lock(long id) {
        sql.execute("select pg_advisory_xact_lock({0}, {1})", val(MAIL_LOCKS), val((int) (id % Integer.MAX_VALUE)));
        return find(id);
    }

    Optional<Answer> find(long id) {
        return sql.select(MAIL.fields())
                .select(CUSTOMER.as("whose"))
                .select(MAIL_READING.ACTOR, MAIL_READING.AT, MAIL_ASSIGNMENT.ACTOR, MAIL_ASSIGNMENT.AT)
                .from(MAIL)
                .leftJoin(MAIL_ASSIGNMENT)
                .on(MAIL_ASSIGNMENT.MAIL_ID.eq(MAIL.ID))
                .leftJoin(MAIL_READING)
                .on(MAIL_READING.MAIL_ID.eq(MAIL.ID))
                .where(MAIL.ID.eq(id))
                .fetchOptional(AnswerStore::answer);
    }

    /** The mails behind rows of the timeline, by the rows' numbers. */
    Map<Long, Long> behind(Collection<Long> activities) {
        return activities.isEmpty()
                ? Map.of()
                : sql.select(MAIL.ACTIVITY_ID, MAIL.ID)
                        .from(MAIL)
                        .where(MAIL.ACTIVITY_ID.in(activities))
                        .unionAll(sql.select(MAIL_ASSIGNMENT.ACTIVITY_ID, MAIL_ASSIGNMENT.MAIL_ID)
                                .from(MAIL_ASSIGNMENT)
                                .where(MAIL_ASSIGNMENT.ACTIVITY_ID.in(activities)))
                        .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** The mails about a message, in the order in which they came. */
    List<Long> about(MessageId message) {
        return sql.select(MAIL.ID)
                .from(MAIL)
                .where(MAIL.MESSAGE_ID.eq(message.value()))
                .orderBy(MAIL.ID)
                .fetch(MAIL.ID);
    }

    private static Answer answer(Record row) {
        Long customer = row.get("whose", Long.class);
        Long message = row.get(MAIL.MESSAGE_ID);
        return new Answer(
                row.get(MAIL.ID),
                Answer.Kind.valueOf(row.get(MAIL.KIND)),
                row.get(MAIL.FROM_ADDRESS),
                row.get(MAIL.FROM_NAME),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.BODY_TEXT),
                List.of(row.get(MAIL.ATTACHMENTS)),
                row.get(MAIL.WRITTEN_AT),
                row.get(MAIL.BUSINESS_DATE),
                row.get(MAIL.AT),
                customer == null ? null : CustomerId.of(customer),
                message == null ? null : MessageId.of(message),
                row.get(MAIL.WORDS),
                deed(row.get(MAIL_READING.ACTOR), row.get(MAIL_READING.AT)),
                deed(row.get(MAIL_ASSIGNMENT.ACTOR), row.get(MAIL_ASSIGNMENT.AT)));
    }

    private static Answer.@Nullable Deed deed(@Nullable String actor, @Nullable Instant at) {
        return actor == null || at == null ? null : new Answer.Deed(actor, at);
    }
}
