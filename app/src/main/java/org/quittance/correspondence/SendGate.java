package org.quittance.correspondence;

/**
 * Asked at the moment of sending whether a message may still leave. Every bean of this type is asked, in the order of its
 * {@code @Order}; the first refusal holds. It is asked inside the transaction that takes the message off the queue.
 *
 * <p>Example: everything that the message lists has been paid since, so it is refused.
 */
@FunctionalInterface
public interface SendGate {

    Verdict ask(Message message);

    /** What a gate says. */
    sealed interface Verdict {

        /** The message may leave, as far as this gate is concerned. */
        record Go() implements Verdict {}

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
