package org.quittance.correspondence;

/** What became of the wish to call a message back. */
public sealed interface RecallOutcome {

    /** It will not be sent. */
    record Recalled() implements RecallOutcome {}

    /** It has left the queue before. */
    record TooLate(MessageState state) implements RecallOutcome {}
}
