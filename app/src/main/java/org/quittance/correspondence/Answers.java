package org.quittance.correspondence;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.mail.AnswerText;
import org.quittance.core.mail.MailKind;
import org.quittance.core.mail.MailKind.Known;
import org.quittance.correspondence.Activity.Direction;
import org.quittance.correspondence.AnswerStore.Finding;
import org.quittance.correspondence.AnswerStore.Sender;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that come in: each is taken once, by its {@link MailIdentity}, with what it is and what it is about.
 *
 * <p>Example: {@code answers.take(wire)}. A mail whose Message-ID is that of a message
 * in the outbox is our own, wherever it is found, and is passed over.
 *
 * <p>What a mail server says is believed where it names a message of ours by its Message-ID, which nobody can guess; where it names the
 * recipient alone, of the latest message that left for that address in two weeks.
 */
@Service
public class Answers {

    private static final String ACTOR = "mailbox";
    private static final Duration SERVERS_TRY = Duration.ofDays(14);
    private static final int LONGEST_ENTRY = 4_000;

    private final AnswerStore store;
    private final MessageStore messages;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Answers(
            AnswerStore store,
            MessageStore messages,
            Timeline timeline,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.store = store;
        this.messages = messages;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a mail in, unless it is known or our own.
     *
     * @param wire as it came over the wire
     */
    @Transactional
    public void take(byte[] wire) {
        switch (MimeMail.read(wire)) {
            case MimeMail.Reading.Read(MimeMail mail) -> newKey(mail).ifPresent(key -> takeNew(key, mail, wire));
            case MimeMail.Reading.Unreadable(MimeMail head, String problem) -> keepUnread(head, problem, wire);
        }
    }

    /** Keeps what is known of a mail that cannot be read, with the problem, for a person to look at. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepUnread(MimeMail head, String problem, byte @Nullable [] wire) {
        newKey(head).ifPresent(key -> {
            Finding unread = new Finding(Answer.Kind.UNREADABLE, null, null, null, problem);
            long id = store.insert(key, head, unread, clock.today(), clock.now());
            if (wire != null) {
                store.keepSource(id, wire);
            }
        });
    }

    /** The key under which a mail is kept; empty where it is known or our own. */
    private Optional<MailIdentity> newKey(MimeMail mail) {
        if (store.isOurOwn(mail.id())) {
            return Optional.empty();
        }
        MailIdentity identity = MailIdentity.of(mail);
        Optional<String> known = store.signature(identity.key());
        if (known.isEmpty()) {
            return Optional.of(identity);
        }
        boolean isSame = known.get().isEmpty() || known.get().equals(identity.signature());
        return isSame || store.signature(identity.secondKey()).isPresent()
                ? Optional.empty()
                : Optional.of(new MailIdentity(identity.secondKey(), identity.signature()));
    }

    private void takeNew(MailIdentity key, MimeMail mail, byte[] wire) {
        Map<String, MessageId> ours = store.ours(mail.mail().named());
        Sender sender = store.sender(mail.fromAddress()).orElse(null);
        MailKind kind = MailKind.of(mail.mail(), new Known(ours.keySet(), sender != null));
        Finding finding = finding(kind, mail, ours, sender);
        long id = store.insert(key, mail, finding, clock.today(), clock.now());
        store.keepSource(id, wire);
        follow(id, finding);
    }

    private Finding finding(MailKind kind, MimeMail mail, Map<String, MessageId> ours, @Nullable Sender sender) {
        return switch (kind) {
            case MailKind.Bounce bounce -> returned(bounce, ours);
            case MailKind.AutomaticReply(String headerId) ->
                said(Answer.Kind.AUTOMATIC_REPLY, mail, headerId == null ? null : ours.get(headerId), sender);
            case MailKind.Reply(String headerId) -> said(Answer.Kind.REPLY, mail, ours.get(headerId), sender);
            case MailKind.FromContact _ -> said(Answer.Kind.FROM_CONTACT, mail, null, sender);
            case MailKind.Unknown _ -> new Finding(Answer.Kind.UNKNOWN, null, null, null, "");
        };
    }

    private Finding returned(MailKind.Bounce bounce, Map<String, MessageId> ours) {
        Answer.Kind kind = bounce.report().isForGood() ? Answer.Kind.BOUNCED : Answer.Kind.DELAYED;
        String words = bounce.report().sentence();
        String headerId = bounce.message();
        String recipient = bounce.report().recipient();
        Optional<MessageId> about = headerId != null
                ? Optional.ofNullable(ours.get(headerId))
                : recipient.isEmpty()
                        ? Optional.empty()
                        : store.lastSentTo(recipient, clock.now().minus(SERVERS_TRY));
        return about.flatMap(messages::find)
                .map(message ->
                        new Finding(kind, message.customer(), message.id(), noteReturned(message, kind, words), words))
                .orElseGet(() -> new Finding(kind, null, null, null, words));
    }

    private long noteReturned(Message message, Answer.Kind kind, String words) {
        return timeline.log(activity(
                message.customer(),
                Activity.Kind.EMAIL,
                null,
                kind.label() + ": " + words,
                message.subject() + ", to " + message.envelope().toAddress(),
                message.id(),
                ACTOR));
    }

    /** What was written by somebody or by their machine; on the timeline of whoever it belongs to. */
    private Finding said(Answer.Kind kind, MimeMail mail, @Nullable MessageId about, @Nullable Sender sender) {
        Message answered = about == null ? null : messages.find(about).orElseThrow();
        CustomerId customer = answered != null ? answered.customer() : sender == null ? null : sender.customer();
        if (customer == null) {
            return new Finding(kind, null, null, null, "");
        }
        Long contact = sender != null && sender.customer().equals(customer) ? sender.contactId() : null;
        long activity = timeline.log(activity(
                customer,
                Activity.Kind.EMAIL,
                contact,
                kind.label() + ": " + mail.subject(),
                entry(mail.text()),
                about,
                writer(mail)));
        return new Finding(kind, customer, about, activity, "");
    }

    private Activity activity(
            CustomerId customer,
            Activity.Kind kind,
            @Nullable Long contact,
            String outcome,
            String body,
            @Nullable MessageId about,
            String actor) {
        return new Activity(
                customer, Set.of(), kind, Direction.IN, clock.today(), actor, contact, outcome, body, about);
    }

    private static String writer(MimeMail mail) {
        String name = mail.fromName().isEmpty() ? mail.fromAddress() : mail.fromName();
        return name.isBlank() ? "somebody" : name;
    }

    /** What the timeline shows of it; the whole text stands with the mail. */
    private static String entry(String text) {
        String said = AnswerText.of(text).said();
        return said.length() <= LONGEST_ENTRY ? said : said.substring(0, LONGEST_ENTRY) + " …";
    }

    private void follow(long id, Finding finding) {
        switch (finding.kind()) {
            case BOUNCED -> {
                if (finding.message() != null) {
                    Message message = messages.find(finding.message()).orElseThrow();
                    store.report(message.envelope().toAddress(), id, finding.words(), ACTOR, clock.now());
                    events.publishEvent(
                            new MessageCameBack(message.id(), message.customer(), "Came back: " + finding.words()));
                }
            }
            case REPLY, FROM_CONTACT -> {
                events.publishEvent(new MailTaken(id));
                events.publishEvent(new AnswersChanged(Objects.requireNonNull(finding.customer())));
            }
            case AUTOMATIC_REPLY -> {
                if (finding.customer() != null) {
                    events.publishEvent(new MailTaken(id));
                }
            }
            case UNKNOWN, DELAYED, UNREADABLE -> {}
        }
    }

    /** Notes that somebody has looked at a mail; the first who does is kept. */
    @Transactional
    public void noteReading(long id, String actor) {
        if (store.noteReading(id, actor, clock.now())) {
            audit.record(actor, "mail.read", "mail", id, "");
            store.find(id)
                    .map(Answer::customer)
                    .ifPresent(customer -> events.publishEvent(new AnswersChanged(customer)));
        }
    }

    /** What became of saying whose a mail is. */
    public enum Assigning {
        DONE,
        /** It is somebody's already: it says so itself, or a colleague has. */
        NOT_OPEN
    }

    /** Says whose a mail is of which that is not known. */
    @Transactional
    public Assigning assign(long id, CustomerId customer, String actor) {
        Answer answer = store.lock(id).orElseThrow(() -> new IllegalArgumentException("There is no mail " + id));
        if (!answer.isNobodys()) {
            return Assigning.NOT_OPEN;
        }
        long activity = timeline.log(activity(
                customer,
                Activity.Kind.EMAIL,
                null,
                Answer.Kind.FROM_CONTACT.label() + ": " + answer.subject(),
                entry(answer.text()),
                null,
                answer.fromName().isBlank() ? "somebody" : answer.fromName()));
        store.assign(id, customer, activity, actor, clock.now());
        events.publishEvent(new MailTaken(id));
        events.publishEvent(new AnswersChanged(customer));
        audit.record(actor, "mail.assigned", "mail", id, "to customer " + customer);
        return Assigning.DONE;
    }

    /** Says that the address works again by which a message had come back. */
    @Transactional
    public void restoreAddress(long id, String actor) {
        Message message = store.find(id)
                .map(Answer::message)
                .flatMap(messages::find)
                .orElseThrow(() -> new IllegalArgumentException("Mail " + id + " is about no message"));
        store.report(message.envelope().toAddress(), null, "A person says that it works", actor, clock.now());
        audit.record(actor, "address.restored", "mail", id, message.envelope().toAddress());
    }

    /** Whether the address of the message that a mail brought back still counts as failing. */
    @Transactional(readOnly = true)
    public boolean isFailing(String address) {
        return store.failing(address).isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Answer> answer(long id) {
        return store.find(id);
    }

    /** The mails about a message: what came back of it and who answered, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Answer> about(MessageId message) {
        return store.about(message).stream()
                .flatMap(id -> store.find(id).stream())
                .toList();
    }

    /** The mails behind rows of the timeline, by the rows' numbers. */
    @Transactional(readOnly = true)
    public Map<Long, Long> behind(Collection<Long> activities) {
        return store.behind(activities);
    }

    /** The files that came with a mail; none of one that was too large to be read. */
    @Transactional(readOnly = true)
    public List<Attachment> files(long id) {
        return store.source(id)
                .map(MimeMail::read)
                .map(reading -> switch (reading) {
                    case MimeMail.Reading.Read(MimeMail mail) -> mail.attachments();
                    case MimeMail.Reading.Unreadable _ -> List.<Attachment>of();
                })
                .orElse(List.of());
    }

    /** The mail as it came over the wire; empty where it was too large. */
    @Transactional(readOnly = true)
    public Optional<byte[]> source(long id) {
        return store.source(id);
    }
}
