package org.quittance.correspondence;

import org.quittance.correspondence.Activity.Direction;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what becomes of a message, in the transaction of whoever knows it. */
@Component
class DeliveryNotes {

    private final MessageStore messages;
    private final Timeline timeline;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    DeliveryNotes(
            MessageStore messages,
            Timeline timeline,
            Refusals refusals,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.messages = messages;
        this.timeline = timeline;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /** Notes that it left, unless it has meanwhile been taken up again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sent(Message message, int attempt) {
        if (!messages.markSent(message.id(), attempt, clock.now())) {
            return;
        }
        timeline.log(
                switch (message.envelope()) {
                    case Envelope.ByMail mail ->
                        Activity.about(
                                message,
                                Activity.Kind.EMAIL,
                                Direction.OUT,
                                "Sent to " + mail.addressee(),
                                message.subject());
                    case Envelope.ByText text ->
                        Activity.about(
                                message,
                                Activity.Kind.TEXT_MESSAGE,
                                Direction.OUT,
                                "Handed over for " + text.addressee(),
                                message.text());
                    case Envelope.ByPost post ->
                        Activity.about(
                                message,
                                Activity.Kind.LETTER,
                                Direction.OUT,
                                "%s to %s taken out to be posted"
                                        .formatted(post.service().label(), post.addressee()),
                                message.subject());
                });
        events.publishEvent(new MessageSent(message.id(), message.customer(), message.template()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void refused(Message message, SendGate.Verdict.Refuse refuse) {
        refusals.note(Refusal.of(message, refuse));
        ended(message, MessageState.REFUSED, withRule(refuse.reason(), refuse.rule()));
    }

    /** Keeps the message in the queue until its moment, and returns why. Asked again before then it is put off anew, and nothing new is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    String putOff(Message message, SendGate.Verdict.Later later) {
        String why = withRule(later.reason(), later.rule());
        messages.hold(message.id(), later.until(), why);
        Refusal refusal = Refusal.of(message, later);
        if (refusals.isNoted(refusal)) {
            return why;
        }
        refusals.note(refusal);
        timeline.log(Activity.about(
                message, Activity.Kind.SYSTEM, Direction.INTERNAL, "Put off", message.subject() + ": " + why));
        return why;
    }

    /** Ends a locked message without its having left. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(Message message, MessageState state, String reason) {
        messages.rest(message.id(), state, reason);
        timeline.log(Activity.about(
                message, Activity.Kind.SYSTEM, Direction.INTERNAL, state.label(), message.subject() + ": " + reason));
        events.publishEvent(new MessageNotSent(message.id(), message.customer(), message.template(), state, reason));
    }

    private static String withRule(String reason, String rule) {
        return reason + " (rule: " + rule + ")";
    }
}
