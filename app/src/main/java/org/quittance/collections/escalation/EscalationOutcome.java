package org.quittance.collections.escalation;

import org.quittance.core.collections.Escalation.Objection;

/** What became of the wish to open an escalation, or to do something about one. */
public sealed interface EscalationOutcome {

    /** It is written down, and the account is decided again. */
    record Done(long id) implements EscalationOutcome {}

    /** Nothing was written down. */
    record Refused(Objection why) implements EscalationOutcome {}

    /** There is no such account or escalation among those that the viewer sees. */
    record NotFound() implements EscalationOutcome {}
}
