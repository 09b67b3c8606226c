package org.quittance.correspondence;

import java.time.Instant;

/** What became of the wish to send a failed message after all. */
public sealed interface RequeueOutcome {

    /** It will be tried again, after the gates have been asked again. */
    record Requeued(Instant sendAfter) implements RequeueOutcome {}

    /** Only a message that has failed can be queued again. */
    record NotFailed(MessageState state) implements RequeueOutcome {}
}
