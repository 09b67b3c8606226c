package org.quittance.correspondence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.correspondence.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every message waits before it leaves, and is found afterwards.
 *
 * <p>Example: {@code outbox.queue(OutgoingMessage.of(content, Letters.write(content), from, to, login))} in the transaction that decides
 * that the customer is written to; if that rolls back, nothing was ever queued.
 */
@Service
public class Outbox {

    /** How long a message can be called back. */
    public static final Duration CALL_BACK_TIME = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 8;
    /** Far more than wait for the customers of one page. */
    private static final int MOST_WAITING = 500;

    private static final Condition NOT_SENT =
            MESSAGE.STATE.in(inline(MessageState.REFUSED.name()), inline(MessageState.FAILED.name()));

    private final MessageStore messages;
    private final ObjectProvider<Postscript> postscripts;
    private final PaymentReferences references;
    private final DeliveryQueue queue;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Outbox(
            MessageStore messages,
            ObjectProvider<Postscript> postscripts,
            PaymentReferences references,
            DeliveryQueue queue,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.messages = messages;
        this.postscripts = postscripts;
        this.references = references;
        this.queue = queue;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a message in; it leaves after {@link #CALL_BACK_TIME} if no gate objects then. A letter on paper stays until somebody takes it out with
     * {@link LetterBatches}, and can be called back until then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageId queue(OutgoingMessage written) {
        OutgoingMessage message = asQueued(written);
        Instant now = clock.now();
        Instant sendAfter = now.plus(CALL_BACK_TIME);
        String headerId = headerId(message.envelope());
        MessageId id = messages.insert(message, headerId, now, sendAfter, ATTEMPTS);
        references.keep(id, message);
        if (!message.envelope().isLetter()) {
            queue.add(id, sendAfter);
        }
        audit.record(message.actor(), "message.queued", "message", id, message.subject());
        return id;
    }

    /** A message as it is taken in: with a postscript where one is wanted, which a forecast has to read too. */
    public OutgoingMessage asQueued(OutgoingMessage written) {
        boolean isPostscriptWanted = postscripts.stream().anyMatch(postscript -> postscript.isWantedIn(written));
        return isPostscriptWanted ? written.withOptOut() : written;
    }

    /** What nobody can guess: by it a mail server's reports, and those of whoever sends text messages, are believed. */
    private static String headerId(Envelope envelope) {
        return switch (envelope) {
            case Envelope.ByMail mail ->
                "<" + UUID.randomUUID() + "@" + mail.from().domain() + ">";
            case Envelope.ByText _ -> "msg_" + UUID.randomUUID();
            case Envelope.ByPost _ -> "letter_" + UUID.randomUUID();
        };
    }

    /** Calls a message back while it is still in the queue. */
    @Transactional
    public RecallOutcome recall(MessageId id, String actor) {
        Message message = messages.lock(id);
        if (message.state() != MessageState.QUEUED) {
            return new RecallOutcome.TooLate(message.state());
        }
        String reason = "Called back by " + actor;
        messages.rest(id, MessageState.RECALLED, reason);
        events.publishEvent(
                new MessageNotSent(id, message.customer(), message.template(), MessageState.RECALLED, reason));
        audit.record(actor, "message.recalled", "message", id, message.subject());
        return new RecallOutcome.Recalled();
    }

    /** Sends a failed message after all, once a person has checked that it did not arrive. */
    @Transactional
    public RequeueOutcome requeue(MessageId id, String actor) {
        Message message = messages.lock(id);
        if (message.state() != MessageState.FAILED) {
            return new RequeueOutcome.NotFailed(message.state());
        }
        Instant sendAfter = clock.now().plus(CALL_BACK_TIME);
        messages.requeue(message, sendAfter, message.progress().attempts() + ATTEMPTS);
        queue.add(id, sendAfter);
        audit.record(
                actor, "message.requeued", "message", id, message.progress().reason());
        return new RequeueOutcome.Requeued(sendAfter);
    }

    @Transactional(readOnly = true)
    public Optional<Message> message(MessageId id) {
        return messages.find(id);
    }

    /**
     * Those that are wanted, the newest first.
     *
     * @param login whose, where those of the viewer are wanted
     * @param before the message before which to go on; null for the newest of all
     */
    @Transactional(readOnly = true)
    public List<Message> messages(OutboxShow show, String login, @Nullable MessageId before, int most) {
        return messages.before(
                before,
                switch (show) {
                    case EVERYTHING -> noCondition();
                    case WAITING -> MESSAGE.STATE.in(MessageState.QUEUED.name(), MessageState.SENDING.name());
                    case NOT_SENT -> NOT_SENT;
                    case MINE_NOT_SENT -> NOT_SENT.and(MESSAGE.ACTOR.eq(login));
                },
                most);
    }

    /** How much of what somebody has written since a day was refused by the contact gate or failed. */
    @Transactional(readOnly = true)
    public int notSentOf(String login, LocalDate since) {
        return messages.count(NOT_SENT.and(MESSAGE.ACTOR.eq(login)).and(MESSAGE.BUSINESS_DATE.ge(since)));
    }

    /** Those of one customer, the newest first. */
    @Transactional(readOnly = true)
    public List<Message> messagesTo(CustomerId customer, @Nullable MessageId before, int most) {
        return messages.before(before, MESSAGE.CUSTOMER_ID.eq(customer.value()), most);
    }

    /** Of each of the customers the newest message that has not left yet; none where nothing waits. */
    @Transactional(readOnly = true)
    public Map<Long, Message> waitingTo(Collection<Long> customers) {
        Map<Long, Message> waiting = new HashMap<>();
        messages.before(
                        null,
                        MESSAGE.CUSTOMER_ID
                                .eq(any(customers.toArray(Long[]::new)))
                                .and(MESSAGE.STATE.in(MessageState.QUEUED.name(), MessageState.SENDING.name())),
                        MOST_WAITING)
                .forEach(message -> waiting.putIfAbsent(message.customer().value(), message));
        return waiting;
    }

    @Transactional(readOnly = true)
    public Optional<Attachment> attachment(MessageId id, String name) {
        return messages.attachment(id, name);
    }
}
