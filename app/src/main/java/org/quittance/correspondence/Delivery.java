package org.quittance.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one message: takes it off the queue in one transaction, speaks to the mail server in none, notes the reply in another.
 */
@Component
class Delivery {

    static final String NO_MAIL_SERVER =
            "No mail server is configured. Set QUITTANCE_SMTP_HOST and restart; the message leaves then.";

    private final MessageStore messages;
    /** Asked for when needed: a gate may stand on services that themselves queue messages. */
    private final ObjectProvider<SendGate> gates;

    private final Post post;
    private final Timeline timeline;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Delivery(
            MessageStore messages,
            ObjectProvider<SendGate> gates,
            Post post,
            Timeline timeline,
            Refusals refusals,
            ApplicationEventPublisher events,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.gates = gates;
        this.post = post;
        this.timeline = timeline;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What became of a message that a worker wanted to take. */
    private sealed interface Claim {
        record Taken(Message message, int attempt, List<Attachment> attachments) implements Claim {}

        record Postponed(String why) implements Claim {}

        record Held(Instant until, String why) implements Claim {}

        record Settled() implements Claim {}
    }

    /** Throws {@link DeliveryPostponed} or {@link MessageHeld} where the job has to come back. */
    void deliver(MessageId id) {
        switch (Objects.requireNonNull(transaction.execute(status -> claim(messages.lock(id))))) {
            case Claim.Taken taken -> send(taken);
            case Claim.Postponed(String why) -> throw new DeliveryPostponed(id, why);
            case Claim.Held(Instant until, String why) -> throw new MessageHeld(id, until, why);
            case Claim.Settled settled -> {}
        }
    }

    private Claim claim(Message message) {
        return switch (NextStep.of(message, clock.now())) {
            case NextStep.Send send -> claimToSend(message);
            case NextStep.Wait(String why) -> new Claim.Postponed(why);
            case NextStep.GiveUp(String reason) -> {
                settle(message, MessageState.FAILED, reason);
                yield new Claim.Settled();
            }
            case NextStep.LeaveAlone leaveAlone -> new Claim.Settled();
        };
    }

    private Claim claimToSend(Message message) {
        if (!post.isConfigured()) {
            messages.rest(message.id(), MessageState.QUEUED, NO_MAIL_SERVER);
            return new Claim.Settled();
        }
        return switch (askGates(message)) {
            case SendGate.Verdict.Refuse refuse -> {
                refuse(message, refuse);
                yield new Claim.Settled();
            }
            case SendGate.Verdict.Later later -> hold(message, later);
            case SendGate.Verdict.Go go -> {
                int attempt = messages.startAttempt(message, clock.now());
                yield new Claim.Taken(message, attempt, messages.attachments(message.id()));
            }
        };
    }

    /** The first refusal holds; where nobody refuses, the first postponement. */
    private SendGate.Verdict askGates(Message message) {
        Optional<SendGate.Verdict> held = Optional.empty();
        for (SendGate gate : gates.orderedStream().toList()) {
            SendGate.Verdict verdict = gate.ask(message);
            switch (verdict) {
                case SendGate.Verdict.Refuse refuse -> {
                    return refuse;
                }
                case SendGate.Verdict.Later later -> held = held.isPresent() ? held : Optional.of(later);
                case SendGate.Verdict.Go _ -> {}
            }
        }
        return held.orElseGet(SendGate.Verdict.Go::new);
    }

    private void refuse(Message message, SendGate.Verdict.Refuse refuse) {
        refusals.note(Refusal.of(message, refuse));
        settle(message, MessageState.REFUSED, withRule(refuse.reason(), refuse.rule()));
    }

    /** Keeps the message in the queue until its moment; one that would be too old by then is refused at once. */
    private Claim hold(Message message, SendGate.Verdict.Later later) {
        if (!TimelyLetters.isTimelyAt(message, later.until())) {
            refuse(
                    message,
                    new SendGate.Verdict.Refuse(
                            later.rule(), later.reason() + ". By then it would be too old: write a new one"));
            return new Claim.Settled();
        }
        String why = withRule(later.reason(), later.rule());
        refusals.note(Refusal.of(message, later));
        messages.hold(message.id(), later.until(), why);
        timeline.log(Activity.about(
                message, Activity.Kind.SYSTEM, Activity.Direction.INTERNAL, "Put off", message.subject() + ": " + why));
        return new Claim.Held(later.until(), why);
    }

    private static String withRule(String reason, String rule) {
        return reason + " (rule: " + rule + ")";
    }

    private void send(Claim.Taken taken) {
        Message message = taken.message();
        switch (post.send(message, taken.attachments(), clock.now())) {
            case MailReply.Accepted accepted -> transaction.executeWithoutResult(status -> noteSent(taken));
            case MailReply.Rejected(String words) -> fail(taken, "The mail server refused it: " + words);
            case MailReply.Unclear(String words) ->
                fail(
                        taken,
                        "The conversation with the mail server broke off: " + words
                                + ". The message may have been sent: look for " + message.headerId()
                                + " in the mail server's log before queuing it again.");
            case MailReply.TryLater(String words) -> {
                if (taken.attempt() >= message.progress().lastAttempt()) {
                    fail(taken, "Tried " + taken.attempt() + " times. The mail server's last words: " + words);
                } else {
                    String why = "The mail server could not take it: " + words;
                    inAttempt(taken, () -> messages.rest(message.id(), MessageState.QUEUED, why));
                    throw new DeliveryPostponed(message.id(), why);
                }
            }
        }
    }

    private void noteSent(Claim.Taken taken) {
        Message message = taken.message();
        if (messages.markSent(message.id(), taken.attempt(), clock.now())) {
            timeline.log(Activity.about(
                    message,
                    Activity.Kind.EMAIL,
                    Activity.Direction.OUT,
                    "Sent to " + message.to(),
                    message.subject()));
            events.publishEvent(new MessageSent(message.id(), message.customer(), message.template()));
        }
    }

    private void fail(Claim.Taken taken, String reason) {
        inAttempt(taken, () -> settle(taken.message(), MessageState.FAILED, reason));
    }

    /** Notes a reply only while the message is still in the attempt that the reply belongs to. */
    private void inAttempt(Claim.Taken taken, Runnable note) {
        transaction.executeWithoutResult(status -> {
            Message now = messages.lock(taken.message().id());
            if (now.state() == MessageState.SENDING && now.progress().attempts() == taken.attempt()) {
                note.run();
            }
        });
    }

    private void settle(Message message, MessageState state, String reason) {
        messages.rest(message.id(), state, reason);
        timeline.log(Activity.about(
                message,
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                state.label(),
                message.subject() + ": " + reason));
        events.publishEvent(new MessageNotSent(message.id(), message.customer(), message.template(), state, reason));
    }
}
