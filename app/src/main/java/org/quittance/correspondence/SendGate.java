package org.quittance.correspondence;

import java.time.Instant;
import java.util.Objects;

/**
 * Asked at the moment of sending whether a message may still leave. Every bean of this type is asked, in the order of its
 * {@code @Order}. A refusal outweighs a postponement, whichever gate it comes from; of several the first holds. It is asked inside the
 * transaction that takes the message off the queue.
 *
 * <p>Example: everything that the message lists has been paid since, so it is refused. It is half past eight in the evening at the
 * customer's place, so it waits for the morning, and is asked about again then.
 */
@FunctionalInterface
public interface SendGate {

    Verdict ask(Message message);

    /** What a gate says. */
    sealed interface Verdict {

        /** The message may leave, as far as this gate is concerned. */
        record Go() implements Verdict {}

        /**
         * The message must not leave yet. It stays in the queue, and every gate is asked again at the moment.
         *
         * @param rule the short name of the rule, such as {@code quiet-hours}
         */
        record Later(Instant until, String rule, String reason) implements Verdict {
            public Later {
                Objects.requireNonNull(until, "until");
                if (rule.isBlank() || reason.isBlank()) {
                    throw new IllegalArgumentException("a postponement names its rule and its reason");
                }
            }
        }

        /**
         * The message must not leave.
         *
         * @param rule the short name of the rule, such as {@code all-paid}; stays the same when the words change
         * @param reason in words for the person who wonders why it was not sent
         */
        record Refuse(String rule, String reason) implements Verdict {
            public Refuse {
                if (rule.isBlank() || reason.isBlank()) {
                    throw new IllegalArgumentException("a refusal names its rule and its reason");
                }
            }
        }
    }
}
