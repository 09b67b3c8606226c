package org.quittance.correspondence;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.copies.Tables.CONTENT_VIEW;
import static org.quittance.db.correspondence.Tables.ATTACHMENT;
import static org.quittance.db.correspondence.Tables.MAIL;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.correspondence.Tables.MESSAGE_ITEM;
import static org.quittance.db.correspondence.Tables.TEXT_RECEIPT;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.PostalService;
import org.quittance.db.correspondence.tables.records.MessageRecord;
import org.springframework.stereotype.Repository;

/** Messages as rows. Every change of state is asked for by the state before it. */
@Repository
class MessageStore {

    private static final Field<List<ListedItem>> ITEMS = multiset(select(
                            MESSAGE_ITEM.ITEM_ID,
                            MESSAGE_ITEM.ACCOUNT_ID,
                            MESSAGE_ITEM.OPEN_MINOR,
                            MESSAGE_ITEM.CURRENCY)
                    .from(MESSAGE_ITEM)
                    .where(MESSAGE_ITEM.MESSAGE_ID.eq(MESSAGE.ID))
                    .orderBy(MESSAGE_ITEM.ITEM_ID))
            .as("items")
            .convertFrom(rows -> rows.map(row -> new ListedItem(
                    ItemId.of(row.value1()), AccountId.of(row.value2()), Money.ofMinor(row.value3(), row.value4()))));

    private static final Field<List<String>> ATTACHMENT_NAMES = multiset(select(ATTACHMENT.NAME)
                    .from(ATTACHMENT)
                    .where(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                    .orderBy(ATTACHMENT.NAME))
            .as("attachment_names")
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private static final String BY_MAIL = "EMAIL";
    private static final String BY_TEXT = "TEXT_MESSAGE";
    static final String BY_POST = "LETTER";
    private static final String LINE_BREAK = "\n";

    /** The bytes of an attachment; of a copy those that are kept with it. */
    private static final Field<byte[]> CONTENT = coalesce(ATTACHMENT.CONTENT, CONTENT_VIEW.CONTENT);

    private static final Condition TO_BE_POSTED =
            MESSAGE.STATE.eq(inline(MessageState.QUEUED.name())).and(MESSAGE.CHANNEL.eq(inline(BY_POST)));

    private static final Field<String> CAME_BACK = coalesce(
                    field(select(MAIL.WORDS)
                            .from(MAIL)
                            .where(MAIL.MESSAGE_ID.eq(MESSAGE.ID))
                            .and(MAIL.KIND.eq(Answer.Kind.BOUNCED.name()))
                            .orderBy(MAIL.ID)
                            .limit(1)),
                    field(select(TEXT_RECEIPT.DETAIL)
                            .from(TEXT_RECEIPT)
                            .where(TEXT_RECEIPT.MESSAGE_ID.eq(MESSAGE.ID))
                            .and(TEXT_RECEIPT.STATUS.eq(TextReceipt.Status.FAILED.name()))))
            .as("came_back");

    private final DSLContext sql;

    MessageStore(DSLContext sql) {
        this.sql = sql;
    }

    MessageId insert(OutgoingMessage message, String headerId, Instant now, Instant sendAfter, int lastAttempt) {
        var row = sql.newRecord(MESSAGE);
        row.setCustomerId(message.customer().value());
        row.setTemplate(message.template());
        row.setLanguage(message.language().code());
        address(row, message.envelope());
        row.setFromAddress(message.envelope().fromAddress());
        row.setFromName(message.envelope().fromName());
        row.setToName(message.envelope().toName());
        row.setSubject(message.subject());
        row.setBodyText(message.text());
        row.setBodyHtml(message.html());
        row.setHeaderId(headerId);
        row.setState(MessageState.QUEUED.name());
        row.setQueuedAt(now);
        row.setSendAfter(sendAfter);
        row.setLastAttempt(lastAttempt);
        row.setBusinessDate(message.businessDate());
        row.setActor(message.actor());
        row.setOrigin(message.origin().name());
        row.store();
        MessageId id = MessageId.of(row.getId());
        insertItems(id, message.items());
        insertAttachments(id, message.attachments());
        insertCopies(id, message.copies());
        return id;
    }

    private static void address(MessageRecord row, Envelope envelope) {
        row.setChannel(
                switch (envelope) {
                    case Envelope.ByMail _ -> BY_MAIL;
                    case Envelope.ByText _ -> BY_TEXT;
                    case Envelope.ByPost _ -> BY_POST;
                });
        if (envelope instanceof Envelope.ByPost post) {
            row.setToAddress(String.join(LINE_BREAK, post.to().lines()));
            row.setToContact(post.to().contact());
            row.setToCountry(post.to().country());
            row.setPostalService(post.service().name());
        } else {
            row.setToAddress(envelope.toAddress());
        }
    }

    Optional<Message> find(MessageId id) {
        return fetch(MESSAGE.ID.eq(id.value()), 1).stream().findFirst();
    }

    /** The newest first. */
    List<Message> before(@Nullable MessageId before, Condition which, int most) {
        return fetch(which.and(before == null ? noCondition() : MESSAGE.ID.lt(before.value())), most);
    }

    int count(Condition which) {
        return sql.fetchCount(MESSAGE, which);
    }

    /** Holds the message against every other change until the transaction ends. */
    Message lock(MessageId id) {
        sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(id.value()))
                .forUpdate()
                .execute();
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no message " + id));
    }

    /** Text messages that wait for nothing but a worker, the oldest first; those that another worker has are left to it. */
    List<Message> lockDueTexts(Instant now, int most) {
        List<Long> due = sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.STATE.eq(MessageState.QUEUED.name()))
                .and(MESSAGE.CHANNEL.eq(BY_TEXT))
                .and(MESSAGE.SEND_AFTER.le(now))
                .orderBy(MESSAGE.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGE.ID);
        return due.isEmpty() ? List.of() : fetch(MESSAGE.ID.in(due), most).reversed();
    }

    /** Letters on paper that can no longer be called back and that no gate keeps for later, with whose they are, the oldest first. */
    Map<MessageId, CustomerId> dueLetters(Instant now) {
        return sql
                .select(MESSAGE.ID, MESSAGE.CUSTOMER_ID)
                .from(MESSAGE)
                .where(TO_BE_POSTED)
                .and(MESSAGE.SEND_AFTER.le(now))
                .orderBy(MESSAGE.ID)
                .stream()
                .collect(Collectors.toMap(
                        row -> MessageId.of(row.value1()),
                        row -> CustomerId.of(row.value2()),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** Of these, what is still due, the oldest first; those that somebody else is taking out are left to them. */
    List<Message> lockDueLetters(Collection<MessageId> letters, Instant now) {
        List<Long> due = sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.in(letters.stream().map(MessageId::value).toList()))
                .and(TO_BE_POSTED)
                .and(MESSAGE.SEND_AFTER.le(now))
                .orderBy(MESSAGE.ID)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGE.ID);
        return due.isEmpty() ? List.of() : fetch(MESSAGE.ID.in(due), due.size()).reversed();
    }

    /** Letters on paper that wait, the oldest first. */
    List<Message> lettersToBePosted(int most) {
        return sql.select(MESSAGE.fields())
                .select(ITEMS, ATTACHMENT_NAMES, CAME_BACK)
                .from(MESSAGE)
                .where(TO_BE_POSTED)
                .orderBy(MESSAGE.ID)
                .limit(most)
                .fetch(MessageStore::message);
    }

    List<Message> all(List<Long> ids) {
        return fetch(MESSAGE.ID.in(ids), ids.size());
    }

    /** Its own first, then copies of documents. */
    List<Attachment> attachments(MessageId id) {
        return sql.select(ATTACHMENT.NAME, ATTACHMENT.MEDIA_TYPE, CONTENT)
                .from(ATTACHMENT)
                .leftJoin(CONTENT_VIEW)
                .on(CONTENT_VIEW.COPY_ID.eq(ATTACHMENT.COPY_ID))
                .where(ATTACHMENT.MESSAGE_ID.eq(id.value()))
                .orderBy(field(ATTACHMENT.COPY_ID.isNotNull()), ATTACHMENT.NAME)
                .fetch(row -> new Attachment(row.value1(), row.value2(), row.value3()));
    }

    Optional<Attachment> attachment(MessageId id, String name) {
        return sql.select(ATTACHMENT.NAME, ATTACHMENT.MEDIA_TYPE, CONTENT)
                .from(ATTACHMENT)
                .leftJoin(CONTENT_VIEW)
                .on(CONTENT_VIEW.COPY_ID.eq(ATTACHMENT.COPY_ID))
                .where(ATTACHMENT.MESSAGE_ID.eq(id.value()))
                .and(ATTACHMENT.NAME.eq(name))
                .fetchOptional(row -> new Attachment(row.value1(), row.value2(), row.value3()));
    }

    /** Takes a locked message for an attempt, and returns the attempt's number. */
    int startAttempt(Message message, Instant now) {
        int attempt = message.progress().attempts() + 1;
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, MessageState.SENDING.name())
                .set(MESSAGE.STATE_REASON, "")
                .set(MESSAGE.SENDING_SINCE, now)
                .set(MESSAGE.ATTEMPTS, attempt)
                .where(MESSAGE.ID.eq(message.id().value()))
                .execute();
        return attempt;
    }

    /** Notes that the server took it, unless the message has meanwhile been taken up again. Returns whether it was noted. */
    boolean markSent(MessageId id, int attempt, Instant now) {
        return sql.update(MESSAGE)
                        .set(MESSAGE.STATE, MessageState.SENT.name())
                        .set(MESSAGE.STATE_REASON, "")
                        .setNull(MESSAGE.SENDING_SINCE)
                        .set(MESSAGE.SENT_AT, now)
                        .where(MESSAGE.ID.eq(id.value()))
                        .and(MESSAGE.ATTEMPTS.eq(attempt))
                        .and(MESSAGE.STATE.in(MessageState.SENDING.name(), MessageState.FAILED.name()))
                        .execute()
                == 1;
    }

    /** Ends or postpones a locked message. */
    void rest(MessageId id, MessageState state, String reason) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, state.name())
                .set(MESSAGE.STATE_REASON, reason)
                .setNull(MESSAGE.SENDING_SINCE)
                .where(MESSAGE.ID.eq(id.value()))
                .execute();
    }

    /** Puts a locked message back into the queue after an attempt that was none: nobody was there to be asked. */
    void restUncounted(MessageId id, String reason) {
        rest(id, MessageState.QUEUED, reason);
        sql.update(MESSAGE)
                .set(MESSAGE.LAST_ATTEMPT, MESSAGE.LAST_ATTEMPT.plus(1))
                .where(MESSAGE.ID.eq(id.value()))
                .execute();
    }

    /** Keeps a locked message in the queue until a moment. */
    void hold(MessageId id, Instant until, String reason) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATE_REASON, reason)
                .set(MESSAGE.SEND_AFTER, until)
                .where(MESSAGE.ID.eq(id.value()))
                .execute();
    }

    void requeue(Message message, Instant sendAfter, int lastAttempt) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, MessageState.QUEUED.name())
                .set(MESSAGE.STATE_REASON, "")
                .set(MESSAGE.SEND_AFTER, sendAfter)
                .set(MESSAGE.LAST_ATTEMPT, lastAttempt)
                .where(MESSAGE.ID.eq(message.id().value()))
                .execute();
    }

    private void insertItems(MessageId id, List<ListedItem> items) {
        if (items.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                MESSAGE_ITEM,
                MESSAGE_ITEM.MESSAGE_ID,
                MESSAGE_ITEM.ITEM_ID,
                MESSAGE_ITEM.ACCOUNT_ID,
                MESSAGE_ITEM.CURRENCY,
                MESSAGE_ITEM.OPEN_MINOR);
        for (ListedItem item : items) {
            insert = insert.values(
                    id.value(),
                    item.item().value(),
                    item.account().value(),
                    item.open().currency().getCurrencyCode(),
                    item.open().minor());
        }
        insert.execute();
    }

    private void insertAttachments(MessageId id, List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                ATTACHMENT, ATTACHMENT.MESSAGE_ID, ATTACHMENT.NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.CONTENT);
        for (Attachment attachment : attachments) {
            insert = insert.values(id.value(), attachment.name(), attachment.mediaType(), attachment.content());
        }
        insert.execute();
    }

    private void insertCopies(MessageId id, List<AttachedCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                ATTACHMENT, ATTACHMENT.MESSAGE_ID, ATTACHMENT.NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.COPY_ID);
        for (AttachedCopy copy : copies) {
            insert = insert.values(id.value(), copy.name(), "application/pdf", copy.copy());
        }
        insert.execute();
    }

    private List<Message> fetch(Condition which, int most) {
        return sql.select(MESSAGE.fields())
                .select(ITEMS, ATTACHMENT_NAMES, CAME_BACK)
                .from(MESSAGE)
                .where(which)
                .orderBy(MESSAGE.ID.desc())
                .limit(most)
                .fetch(MessageStore::message);
    }

    private static Envelope envelope(Record row) {
        return switch (row.get(MESSAGE.CHANNEL)) {
            case BY_TEXT ->
                new Envelope.ByText(
                        row.get(MESSAGE.FROM_NAME),
                        new PhoneNumber(row.get(MESSAGE.TO_ADDRESS)),
                        row.get(MESSAGE.TO_NAME));
            case BY_POST ->
                new Envelope.ByPost(
                        row.get(MESSAGE.FROM_NAME),
                        postalAddressee(row),
                        PostalService.valueOf(row.get(MESSAGE.POSTAL_SERVICE)));
            default ->
                new Envelope.ByMail(
                        new MailAddress(row.get(MESSAGE.FROM_ADDRESS), row.get(MESSAGE.FROM_NAME)),
                        new MailAddress(row.get(MESSAGE.TO_ADDRESS), row.get(MESSAGE.TO_NAME)));
        };
    }

    static PostalAddressee postalAddressee(Record row) {
        return new PostalAddressee(
                row.get(MESSAGE.TO_NAME),
                row.get(MESSAGE.TO_CONTACT),
                row.get(MESSAGE.TO_ADDRESS).lines().toList(),
                row.get(MESSAGE.TO_COUNTRY));
    }

    private static Message message(Record row) {
        return new Message(
                MessageId.of(row.get(MESSAGE.ID)),
                CustomerId.of(row.get(MESSAGE.CUSTOMER_ID)),
                row.get(MESSAGE.TEMPLATE),
                Language.ofCode(row.get(MESSAGE.LANGUAGE)),
                envelope(row),
                row.get(MESSAGE.SUBJECT),
                row.get(MESSAGE.BODY_TEXT),
                row.get(MESSAGE.BODY_HTML),
                row.get(MESSAGE.HEADER_ID),
                row.get(MESSAGE.BUSINESS_DATE),
                row.get(MESSAGE.ACTOR),
                Origin.valueOf(row.get(MESSAGE.ORIGIN)),
                new Message.Progress(
                        MessageState.valueOf(row.get(MESSAGE.STATE)),
                        row.get(MESSAGE.STATE_REASON),
                        row.get(MESSAGE.QUEUED_AT),
                        row.get(MESSAGE.SEND_AFTER),
                        row.get(MESSAGE.SENDING_SINCE),
                        row.get(MESSAGE.SENT_AT),
                        row.get(MESSAGE.ATTEMPTS),
                        row.get(MESSAGE.LAST_ATTEMPT)),
                row.get(ITEMS),
                row.get(ATTACHMENT_NAMES),
                row.get(CAME_BACK));
    }
}
