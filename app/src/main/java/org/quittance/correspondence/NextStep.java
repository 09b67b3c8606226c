package org.quittance.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a worker that has been given a message does with it: decided from the message and the time alone. */
sealed interface NextStep {

    /** Longer than any conversation with a mail server lasts under our time-outs: whoever began it is gone. */
    Duration LONGEST_CONVERSATION = Duration.ofMinutes(10);

    /** Ask the gates, then send. */
    record Send() implements NextStep {}

    /** Look again soon. */
    record Wait(String why) implements NextStep {}

    /** Look again at that moment, and not before. */
    record WaitUntil(Instant moment, String why) implements NextStep {}

    /** The worker that was handing a text message over is gone; what it has left behind is looked at. */
    record TakeUp() implements NextStep {}

    /** The worker that was sending is gone; whether the server took the message is not known. */
    record GiveUp(String reason) implements NextStep {}

    /** Nothing is left to do. */
    record LeaveAlone() implements NextStep {}

    /**
     * Where a mail stands.
     *
     * @param sendingSince null unless a worker is sending it
     */
    record Standing(
            MessageState state, Instant sendAfter, @Nullable Instant sendingSince, String headerId) {}

    static NextStep of(Message message, Instant now) {
        NextStep asMail = of(
                new Standing(
                        message.state(),
                        message.progress().sendAfter(),
                        message.progress().sendingSince(),
                        message.headerId()),
                now);
        return asMail instanceof GiveUp && message.envelope().isTextMessage() ? new TakeUp() : asMail;
    }

    static NextStep of(Standing mail, Instant now) {
        return switch (mail.state()) {
            case QUEUED -> now.isBefore(mail.sendAfter()) ? new Wait("it can still be called back") : new Send();
            case SENDING -> {
                Instant patience = Objects.requireNonNull(mail.sendingSince()).plus(LONGEST_CONVERSATION);
                yield now.isBefore(patience)
                        ? new WaitUntil(patience, "another worker is sending it, or has been stopped")
                        : new GiveUp(
                                "The application stopped while it was sending. The message may have been sent: look for "
                                        + mail.headerId() + " in the mail server's log before queuing it again.");
            }
            case SENT, RECALLED, REFUSED, FAILED -> new LeaveAlone();
        };
    }
}
