package org.quittance.disputes;

import org.quittance.core.dispute.Dispute.Objection;

/** What became of the wish to open a dispute, or to do something about one. */
public sealed interface DisputeOutcome {

    /** It is written down, and the account is decided again. */
    record Done(long id) implements DisputeOutcome {}

    /** Nothing was written down. */
    record Refused(Objection why) implements DisputeOutcome {}

    /** There is no such item or dispute among those that the viewer sees. */
    record NotFound() implements DisputeOutcome {}
}
