package org.quittance.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What a worker that has been given a message does with it: decided from the message and the time alone. */
sealed interface NextStep {

    /** Longer than any conversation with a mail server lasts under our time-outs: whoever began it is gone. */
    Duration LONGEST_CONVERSATION = Duration.ofMinutes(10);

    /** Ask the gates, then send. */
    record Send() implements NextStep {}

    /** Look again at that moment. */
    record Wait(Instant until, String why) implements NextStep {}

    /** The worker that was handing a text message over is gone; what it has left behind is looked at. */
    record TakeUp() implements NextStep {}

    /** The worker that was sending is gone; whether the server took the message is not known. */
    record GiveUp(String reason) implements NextStep {}

    /** Nothing is left to do. */
    record LeaveAlone() implements NextStep {}

    static NextStep of(Message message, Instant now) {
        return switch (message.state()) {
            case QUEUED ->
                now.isBefore(message.progress().sendAfter())
                        ? new Wait(message.progress().sendAfter(), "it can still be called back")
                        : new Send();
            case SENDING -> {
                Instant patience = Objects.requireNonNull(message.progress().sendingSince())
                        .plus(LONGEST_CONVERSATION);
                if (now.isBefore(patience)) {
                    yield new Wait(patience, "another worker is sending it, or has been stopped");
                }
                yield message.envelope().isTextMessage()
                        ? new TakeUp()
                        : new GiveUp(
                                "The application stopped while it was sending. The message may have been sent: look for "
                                        + message.headerId() + " in the mail server's log before queuing it again.");
            }
            case SENT, RECALLED, REFUSED, FAILED -> new LeaveAlone();
        };
    }
}
