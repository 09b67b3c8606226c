package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Channel;
import org.quittance.core.ledger.CustomerId;

/**
 * A contact that a gate did not let happen, or not yet.
 *
 * @param message the message; null for a call
 * @param what the subject of the message, or who was to be called
 * @param rule the short name of the rule
 * @param until when it is asked again; null for a no
 * @param actor at whose word it would have been made
 */
public record Refusal(
        CustomerId customer,
        Channel channel,
        @Nullable MessageId message,
        String what,
        String rule,
        String reason,
        @Nullable Instant until,
        String actor) {

    public Refusal {
        requireNonNull(customer, "customer");
        requireNonNull(channel, "channel");
        if (channel.isWritten() != (message != null)) {
            throw new IllegalArgumentException("a message is refused by its number, a call has none");
        }
    }

    static Refusal of(Message message, SendGate.Verdict.Refuse no) {
        return new Refusal(
                message.customer(),
                message.envelope().channel(),
                message.id(),
                message.subject(),
                no.rule(),
                no.reason(),
                null,
                message.actor());
    }

    static Refusal of(Message message, SendGate.Verdict.Later later) {
        return new Refusal(
                message.customer(),
                message.envelope().channel(),
                message.id(),
                message.subject(),
                later.rule(),
                later.reason(),
                later.until(),
                message.actor());
    }
}
