package org.quittance.correspondence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages off the queue, after asking the gates. Where text messages leave in files, whoever takes one takes all that may leave now
 * with it: one file, not a hundred.
 */
@Component
class Claims {

    static final String NO_MAIL_SERVER =
            "No mail server is configured. Set QUITTANCE_SMTP_HOST and restart; the message leaves then.";
    static final String NO_TEXT_WAY =
            "Nobody takes text messages. Set QUITTANCE_SMS_FOLDER or QUITTANCE_SMS_WEBHOOK and restart; the message leaves then.";

    private static final int MOST_IN_A_FILE = 500;

    private final MessageStore messages;
    /** Asked for when needed: a gate may stand on services that themselves queue messages. */
    private final ObjectProvider<SendGate> gates;

    private final Post post;
    private final TextWay textWay;
    private final HandOffs handOffs;
    private final DeliveryNotes notes;
    private final Connections connections;
    private final TextPace pace;
    private final BusinessClock clock;

    Claims(
            MessageStore messages,
            ObjectProvider<SendGate> gates,
            Post post,
            TextWay textWay,
            HandOffs handOffs,
            DeliveryNotes notes,
            Connections connections,
            TextPace pace,
            BusinessClock clock) {
        this.messages = messages;
        this.gates = gates;
        this.post = post;
        this.textWay = textWay;
        this.handOffs = handOffs;
        this.notes = notes;
        this.connections = connections;
        this.pace = pace;
        this.clock = clock;
    }

    /** A message in the attempt for which it was taken. */
    record Taken(Message message, int attempt) {}

    /** What became of a message that a worker wanted to take. */
    sealed interface Claim {
        record ByMail(Taken taken, Envelope.ByMail envelope, List<Attachment> attachments) implements Claim {}

        record ByWebhook(Taken taken, TextWay.Webhook way, TextHandOver handOver) implements Claim {}

        record InFile(List<Taken> all, Path folder, TextFile file) implements Claim {}

        record Postponed(String why) implements Claim {}

        record Held(Instant until, String why) implements Claim {}

        record Settled() implements Claim {}
    }

    /** A file before it is written. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record TextFile(String name, byte[] content) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Claim claim(MessageId id) {
        Message message = messages.lock(id);
        return switch (NextStep.of(message, clock.now())) {
            case NextStep.Send _ -> claimToSend(message);
            case NextStep.TakeUp _ -> takeUp(message);
            case NextStep.Wait(String why) -> new Claim.Postponed(why);
            case NextStep.WaitUntil(Instant moment, String why) -> new Claim.Held(moment, why);
            case NextStep.GiveUp(String reason) -> {
                notes.ended(message, MessageState.FAILED, reason);
                yield new Claim.Settled();
            }
            case NextStep.LeaveAlone _ -> new Claim.Settled();
        };
    }

    /** By webhook it is sent again: its receiver takes an id once. A file is there, or nobody knows whether it was fetched. */
    private Claim takeUp(Message message) {
        int attempt = message.progress().attempts();
        Optional<String> file = handOffs.fileOf(message.id(), attempt);
        if (file.isEmpty()) {
            messages.rest(message.id(), MessageState.QUEUED, "");
            return claimToSend(message);
        }
        if (textWay instanceof TextWay.Folder(Path folder) && Files.exists(folder.resolve(file.get()))) {
            notes.sent(message, attempt);
        } else {
            notes.ended(
                    message,
                    MessageState.FAILED,
                    "The application stopped while it was writing %s, and the file is not there: it may have been fetched. Look for %s at the service before queuing it again."
                            .formatted(file.get(), message.headerId()));
        }
        return new Claim.Settled();
    }

    private Claim claimToSend(Message message) {
        return switch (message.envelope()) {
            case Envelope.ByMail mail ->
                post.isConfigured() ? claimMail(message, mail) : waitFor(message, NO_MAIL_SERVER);
            case Envelope.ByText _ ->
                switch (textWay) {
                    case TextWay.None _ -> waitFor(message, NO_TEXT_WAY);
                    case TextWay.Folder(Path folder) -> claimFile(message, folder);
                    case TextWay.Webhook webhook -> claimText(message, webhook);
                };
            // Whoever takes out a batch takes it.
            case Envelope.ByPost _ -> new Claim.Settled();
        };
    }

    /** Whether a locked letter on paper may be posted; what a gate says against it is written down. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean mayBePosted(Message letter) {
        return objection(letter).isEmpty();
    }

    private Claim waitFor(Message message, String why) {
        messages.rest(message.id(), MessageState.QUEUED, why);
        return new Claim.Settled();
    }

    private Claim claimMail(Message message, Envelope.ByMail mail) {
        return pause(message, post.connection())
                .or(() -> objection(message))
                .orElseGet(() -> new Claim.ByMail(take(message), mail, messages.attachments(message.id())));
    }

    private Claim claimText(Message message, TextWay.Webhook webhook) {
        return pause(message, webhook.connection())
                .orElseGet(() -> inTurn(
                        message,
                        _ -> objection(message).orElseGet(() -> {
                            Map<CustomerId, String> numbers = handOffs.customerNumbers(List.of(message));
                            return new Claim.ByWebhook(takeText(message), webhook, handOver(message, numbers));
                        })));
    }

    /** A text message leaves when there is room for it in this minute; until then no gate is asked. */
    private Claim inTurn(Message message, IntFunction<Claim> inRoomFor) {
        return switch (pace.room(clock.now())) {
            case TextPace.Room.For(int most) -> inRoomFor.apply(most);
            case TextPace.Room.NoneUntil(Instant moment, String why) -> {
                messages.rest(message.id(), MessageState.QUEUED, why);
                yield new Claim.Held(moment, why);
            }
        };
    }

    /** A server that is known to fail is not asked by every message that waits for it. */
    private Optional<Claim> pause(Message message, Connection connection) {
        return connections.pause(connection).map(pause -> {
            messages.rest(message.id(), MessageState.QUEUED, pause.why());
            return new Claim.Held(pause.until(), pause.why());
        });
    }

    private Claim claimFile(Message message, Path folder) {
        return inTurn(message, room -> objection(message).orElseGet(() -> inFile(message, folder, room)));
    }

    private Claim inFile(Message first, Path folder, int room) {
        List<Taken> all = new ArrayList<>(List.of(takeText(first)));
        int most = Math.min(room, MOST_IN_A_FILE) - 1;
        for (Message other : most == 0 ? List.<Message>of() : messages.lockDueTexts(clock.now(), most)) {
            // What a gate objects to is left to its own job, which writes the objection down.
            if (askGates(other) instanceof SendGate.Verdict.Go) {
                all.add(takeText(other));
            }
        }
        List<Message> listed = all.stream().map(Taken::message).toList();
        Map<CustomerId, String> numbers = handOffs.customerNumbers(listed);
        byte[] content = TextFolder.content(
                listed.stream().map(each -> handOver(each, numbers)).toList());
        String name = handOffs.keep(
                content,
                all.stream()
                        .map(taken -> new HandOffs.Taken(taken.message().id(), taken.attempt()))
                        .toList(),
                clock.now());
        return new Claim.InFile(List.copyOf(all), folder, new TextFile(name, content));
    }

    private TextHandOver handOver(Message message, Map<CustomerId, String> numbers) {
        return TextHandOver.of(message, Objects.requireNonNull(numbers.get(message.customer())), clock.now());
    }

    private Taken takeText(Message message) {
        Taken taken = take(message);
        pace.note(message.id(), taken.attempt(), clock.now());
        return taken;
    }

    private Taken take(Message message) {
        return new Taken(message, messages.startAttempt(message, clock.now()));
    }

    /** What a gate says against the message, written down; empty where it may leave. */
    private Optional<Claim> objection(Message message) {
        return switch (askGates(message)) {
            case SendGate.Verdict.Go _ -> Optional.empty();
            case SendGate.Verdict.Refuse refuse -> {
                notes.refused(message, refuse);
                yield Optional.of(new Claim.Settled());
            }
            case SendGate.Verdict.Later later -> Optional.of(hold(message, later));
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

    /** One that would be too old by its moment is refused at once. */
    private Claim hold(Message message, SendGate.Verdict.Later later) {
        if (!TimelyLetters.isTimelyAt(message, later.until())) {
            notes.refused(
                    message,
                    new SendGate.Verdict.Refuse(
                            later.rule(), later.reason() + ". By then it would be too old: write a new one"));
            return new Claim.Settled();
        }
        return new Claim.Held(later.until(), notes.putOff(message, later));
    }
}
