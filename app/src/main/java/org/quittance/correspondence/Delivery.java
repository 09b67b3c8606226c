package org.quittance.correspondence;

import java.util.List;
import java.util.Objects;
import org.quittance.correspondence.Claims.Claim;
import org.quittance.correspondence.Claims.Taken;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one message: takes it off the queue in one transaction, speaks to whoever carries it in none, notes the reply in another.
 */
@Component
class Delivery {

    private final Claims claims;
    private final MessageStore messages;
    private final Post post;
    private final TextWebhook webhook;
    private final DeliveryNotes notes;
    private final Connections connections;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Delivery(
            Claims claims,
            MessageStore messages,
            Post post,
            TextWebhook webhook,
            DeliveryNotes notes,
            Connections connections,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.messages = messages;
        this.post = post;
        this.webhook = webhook;
        this.notes = notes;
        this.connections = connections;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Throws {@link DeliveryPostponed} or {@link MessageHeld} where the job has to come back. */
    void deliver(MessageId id) {
        switch (Objects.requireNonNull(transaction.execute(_ -> claims.claim(id)))) {
            case Claim.ByMail(Taken taken, Envelope.ByMail envelope, List<Attachment> attachments) ->
                converse(
                        taken,
                        post.connection(),
                        post.send(Post.Letter.of(taken.message()), envelope, attachments, clock.now()));
            case Claim.ByWebhook(Taken taken, TextWay.Webhook way, TextHandOver handOver) ->
                converse(taken, way.connection(), webhook.send(way, handOver, clock.now()));
            case Claim.InFile(List<Taken> all, var folder, Claims.TextFile file) ->
                note(all, TextFolder.write(folder, file.name(), file.content()));
            case Claim.Postponed(String why) -> throw new DeliveryPostponed(id, why);
            case Claim.Held(var until, String why) -> throw new MessageHeld(id, until, why);
            case Claim.Settled _ -> {}
        }
    }

    /** Notes whether there was anybody to talk to, beside what was answered. */
    private void converse(Taken taken, Connection connection, MailReply reply) {
        if (reply instanceof MailReply.Unreachable(ConnectionFault fault)) {
            Connections.Pause pause = connections.fails(connection, fault);
            inAttempt(taken, () -> messages.restUncounted(taken.message().id(), pause.why()));
            throw new MessageHeld(taken.message().id(), pause.until(), pause.why());
        }
        if (!(reply instanceof MailReply.Unclear)) {
            connections.works(connection);
        }
        note(List.of(taken), reply);
    }

    /** Notes what was answered about messages that left together; the first is the one whose job this is. */
    private void note(List<Taken> all, MailReply reply) {
        String carrier = all.getFirst().message().envelope().isTextMessage() ? "text message service" : "mail server";
        switch (reply) {
            case MailReply.Accepted _ ->
                transaction.executeWithoutResult(
                        _ -> all.forEach(taken -> notes.sent(taken.message(), taken.attempt())));
            case MailReply.Rejected(String words) ->
                all.forEach(taken -> fail(taken, "The %s refused it: %s".formatted(carrier, words)));
            case MailReply.Unclear(String words) ->
                all.forEach(taken -> fail(
                        taken,
                        "The conversation with the mail server broke off: " + words
                                + ". The message may have been sent: look for "
                                + taken.message().headerId()
                                + " in the mail server's log before queuing it again."));
            case MailReply.TryLater(String words) -> later(all, carrier, words);
            case MailReply.Unreachable(ConnectionFault fault) -> later(all, carrier, fault.words());
        }
    }

    private void later(List<Taken> all, String carrier, String words) {
        String why = "The %s could not take it: %s".formatted(carrier, words);
        for (Taken taken : all) {
            if (taken.attempt() >= taken.message().progress().lastAttempt()) {
                fail(taken, "Tried %d times. The %s's last words: %s".formatted(taken.attempt(), carrier, words));
            } else {
                inAttempt(taken, () -> messages.rest(taken.message().id(), MessageState.QUEUED, why));
            }
        }
        Taken own = all.getFirst();
        if (own.attempt() < own.message().progress().lastAttempt()) {
            throw new DeliveryPostponed(own.message().id(), why);
        }
    }

    private void fail(Taken taken, String reason) {
        inAttempt(taken, () -> notes.ended(taken.message(), MessageState.FAILED, reason));
    }

    /** Notes a reply only while the message is still in the attempt that the reply belongs to. */
    private void inAttempt(Taken taken, Runnable note) {
        transaction.executeWithoutResult(_ -> {
            Message now = messages.lock(taken.message().id());
            if (now.state() == MessageState.SENDING && now.progress().attempts() == taken.attempt()) {
                note.run();
            }
        });
    }
}
