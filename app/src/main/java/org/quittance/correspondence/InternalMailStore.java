package org.quittance.correspondence;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.correspondence.Tables.INTERNAL_MAIL;
import static org.quittance.db.correspondence.Tables.INTERNAL_MAIL_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.letter.Language;
import org.springframework.stereotype.Component;

/** The rows of mails to people in the company. */
@Component
class InternalMailStore {

    private static final Field<List<String>> FILE_NAMES = multiset(select(INTERNAL_MAIL_FILE.NAME)
                    .from(INTERNAL_MAIL_FILE)
                    .where(INTERNAL_MAIL_FILE.MAIL_ID.eq(INTERNAL_MAIL.ID))
                    .orderBy(INTERNAL_MAIL_FILE.NAME))
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private final DSLContext sql;

    InternalMailStore(DSLContext sql) {
        this.sql = sql;
    }

    long insert(InternalMail mail, String headerId, Instant now, Instant sendAfter, int lastAttempt) {
        var row = sql.newRecord(INTERNAL_MAIL);
        row.setPurpose(mail.purpose());
        row.setSubjectId(mail.subjectId());
        row.setLanguage(mail.language().code());
        row.setFromAddress(mail.from().address());
        row.setFromName(mail.from().name());
        row.setToAddress(mail.to().address());
        row.setToName(mail.to().name());
        row.setSubject(mail.subject());
        row.setBodyText(mail.text());
        row.setHeaderId(headerId);
        row.setState(MessageState.QUEUED.name());
        row.setQueuedAt(now);
        row.setSendAfter(sendAfter);
        row.setLastAttempt(lastAttempt);
        row.setActor(mail.actor());
        row.store();
        if (!mail.attachments().isEmpty()) {
            var files = sql.insertInto(
                    INTERNAL_MAIL_FILE,
                    INTERNAL_MAIL_FILE.MAIL_ID,
                    INTERNAL_MAIL_FILE.NAME,
                    INTERNAL_MAIL_FILE.MEDIA_TYPE,
                    INTERNAL_MAIL_FILE.CONTENT);
            for (Attachment file : mail.attachments()) {
                files = files.values(row.getId(), file.name(), file.mediaType(), file.content());
            }
            files.execute();
        }
        return row.getId();
    }

    Optional<InternalMessage> find(long id) {
        return fetch(INTERNAL_MAIL.ID.eq(id), 1).stream().findFirst();
    }

    /** The newest first. */
    List<InternalMessage> before(@Nullable Long before, Condition which, int most) {
        return fetch(which.and(before == null ? noCondition() : INTERNAL_MAIL.ID.lt(before)), most);
    }

    /** Holds the mail against every other change until the transaction ends. */
    InternalMessage lock(long id) {
        sql.select(INTERNAL_MAIL.ID)
                .from(INTERNAL_MAIL)
                .where(INTERNAL_MAIL.ID.eq(id))
                .forUpdate()
                .execute();
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no internal mail " + id));
    }

    List<Attachment> attachments(long id) {
        return sql.selectFrom(INTERNAL_MAIL_FILE)
                .where(INTERNAL_MAIL_FILE.MAIL_ID.eq(id))
                .orderBy(INTERNAL_MAIL_FILE.NAME)
                .fetch(row -> new Attachment(row.getName(), row.getMediaType(), row.getContent()));
    }

    /** Takes a locked mail for an attempt, and returns the attempt's number. */
    int startAttempt(InternalMessage mail, Instant now) {
        int attempt = mail.progress().attempts() + 1;
        sql.update(INTERNAL_MAIL)
                .set(INTERNAL_MAIL.STATE, MessageState.SENDING.name())
                .set(INTERNAL_MAIL.STATE_REASON, "")
                .set(INTERNAL_MAIL.SENDING_SINCE, now)
                .set(INTERNAL_MAIL.ATTEMPTS, attempt)
                .where(INTERNAL_MAIL.ID.eq(mail.id()))
                .execute();
        return attempt;
    }

    /** Notes that the server took it, unless the mail has meanwhile been taken up again. */
    void markSent(long id, int attempt, Instant now) {
        sql.update(INTERNAL_MAIL)
                .set(INTERNAL_MAIL.STATE, MessageState.SENT.name())
                .set(INTERNAL_MAIL.STATE_REASON, "")
                .setNull(INTERNAL_MAIL.SENDING_SINCE)
                .set(INTERNAL_MAIL.SENT_AT, now)
                .where(INTERNAL_MAIL.ID.eq(id))
                .and(INTERNAL_MAIL.ATTEMPTS.eq(attempt))
                .and(INTERNAL_MAIL.STATE.in(MessageState.SENDING.name(), MessageState.FAILED.name()))
                .execute();
    }

    /** Ends or postpones a locked mail. */
    void rest(long id, MessageState state, String reason) {
        sql.update(INTERNAL_MAIL)
                .set(INTERNAL_MAIL.STATE, state.name())
                .set(INTERNAL_MAIL.STATE_REASON, reason)
                .setNull(INTERNAL_MAIL.SENDING_SINCE)
                .where(INTERNAL_MAIL.ID.eq(id))
                .execute();
    }

    /** Puts a locked mail back into the queue after an attempt that was none: nobody was there to be asked. */
    void restUncounted(long id, String reason) {
        rest(id, MessageState.QUEUED, reason);
        sql.update(INTERNAL_MAIL)
                .set(INTERNAL_MAIL.LAST_ATTEMPT, INTERNAL_MAIL.LAST_ATTEMPT.plus(1))
                .where(INTERNAL_MAIL.ID.eq(id))
                .execute();
    }

    void requeue(InternalMessage mail, Instant sendAfter, int lastAttempt) {
        sql.update(INTERNAL_MAIL)
                .set(INTERNAL_MAIL.STATE, MessageState.QUEUED.name())
                .set(INTERNAL_MAIL.STATE_REASON, "")
                .set(INTERNAL_MAIL.SEND_AFTER, sendAfter)
                .set(INTERNAL_MAIL.LAST_ATTEMPT, lastAttempt)
                .where(INTERNAL_MAIL.ID.eq(mail.id()))
                .execute();
    }

    /** What waits or is being sent, with the moment at which it is due. */
    List<InternalMessage> underway() {
        return fetch(
                INTERNAL_MAIL.STATE.in(MessageState.QUEUED.name(), MessageState.SENDING.name()), Integer.MAX_VALUE);
    }

    private List<InternalMessage> fetch(Condition which, int most) {
        return sql.select(INTERNAL_MAIL.fields())
                .select(FILE_NAMES)
                .from(INTERNAL_MAIL)
                .where(which)
                .orderBy(INTERNAL_MAIL.ID.desc())
                .limit(most)
                .fetch(InternalMailStore::message);
    }

    private static InternalMessage message(Record row) {
        return new InternalMessage(
                row.get(INTERNAL_MAIL.ID),
                new InternalMessage.About(row.get(INTERNAL_MAIL.PURPOSE), row.get(INTERNAL_MAIL.SUBJECT_ID)),
                new Envelope.ByMail(
                        new MailAddress(row.get(INTERNAL_MAIL.FROM_ADDRESS), row.get(INTERNAL_MAIL.FROM_NAME)),
                        new MailAddress(row.get(INTERNAL_MAIL.TO_ADDRESS), row.get(INTERNAL_MAIL.TO_NAME))),
                Language.ofCode(row.get(INTERNAL_MAIL.LANGUAGE)),
                row.get(INTERNAL_MAIL.SUBJECT),
                row.get(INTERNAL_MAIL.BODY_TEXT),
                row.get(INTERNAL_MAIL.HEADER_ID),
                row.get(INTERNAL_MAIL.ACTOR),
                new InternalMessage.Progress(
                        MessageState.valueOf(row.get(INTERNAL_MAIL.STATE)),
                        row.get(INTERNAL_MAIL.STATE_REASON),
                        row.get(INTERNAL_MAIL.QUEUED_AT),
                        row.get(INTERNAL_MAIL.SEND_AFTER),
                        row.get(INTERNAL_MAIL.SENDING_SINCE),
                        row.get(INTERNAL_MAIL.SENT_AT),
                        row.get(INTERNAL_MAIL.ATTEMPTS),
                        row.get(INTERNAL_MAIL.LAST_ATTEMPT)),
                row.get(FILE_NAMES));
    }
}
