package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.letter.Language;

/**
 * A message as it stands in the outbox, without the bytes of its attachments.
 *
 * @param envelope from whom and to whom, by mail or as a text message
 * @param html empty in a text message
 * @param headerId the Message-ID, or what stands for it in a text message: the same in every attempt
 * @param origin whether a person has sent it or a job
 * @param cameBack what a mail server, or whoever sends text messages, says of a message that was not delivered, such as {@code 5.1.1 no such mailbox}; null where none says so
 */
public record Message(
        MessageId id,
        CustomerId customer,
        String template,
        Language language,
        Envelope envelope,
        String subject,
        String text,
        String html,
        String headerId,
        LocalDate businessDate,
        String actor,
        Origin origin,
        Progress progress,
        List<ListedItem> items,
        List<String> attachmentNames,
        @Nullable String cameBack) {

    public Message {
        requireNonNull(envelope, "envelope");
        requireNonNull(origin, "origin");
        requireNonNull(progress, "progress");
        items = List.copyOf(items);
        attachmentNames = List.copyOf(attachmentNames);
    }

    /** A message as it would stand in the outbox, of which the gates can be asked before it is queued. */
    public static Message notQueued(OutgoingMessage message, Instant now) {
        return new Message(
                MessageId.of(0),
                message.customer(),
                message.template(),
                message.language(),
                message.envelope(),
                message.subject(),
                message.text(),
                message.html(),
                "",
                message.businessDate(),
                message.actor(),
                message.origin(),
                new Progress(MessageState.QUEUED, "", now, now, null, null, 0, 0),
                message.items(),
                List.of(),
                null);
    }

    public MessageState state() {
        return progress.state();
    }

    /** As what a carrier takes it; empty where it is no letter on paper. */
    public String postalService() {
        return envelope instanceof Envelope.ByPost post ? post.service().label() : "";
    }

    /** When the gates are asked again about a message that they have put off; null where none has. */
    public @Nullable Instant heldUntil() {
        boolean isHeld = state() == MessageState.QUEUED
                && progress.attempts() == 0
                && progress.sendAfter().isAfter(progress.queuedAt().plus(Outbox.CALL_BACK_TIME));
        return isHeld ? progress.sendAfter() : null;
    }

    /**
     * How far a message has come.
     *
     * @param reason why it waits, was refused or failed; empty where there is nothing to say
     * @param sendAfter until then it can be called back
     * @param sendingSince when the attempt under way began; null where none is
     * @param sentAt when the mail server accepted it; null before
     * @param attempts how often a mail server was tried
     * @param lastAttempt the attempt after which a person has to decide
     */
    public record Progress(
            MessageState state,
            String reason,
            Instant queuedAt,
            Instant sendAfter,
            @Nullable Instant sendingSince,
            @Nullable Instant sentAt,
            int attempts,
            int lastAttempt) {}
}
