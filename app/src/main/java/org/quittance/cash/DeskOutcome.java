package org.quittance.cash;

import java.time.Instant;
import org.quittance.core.cash.AssignmentRefusal;

/** What became of a person's wish at the cash desk. */
public sealed interface DeskOutcome {

    /** It is done; the sentence says what. */
    record Done(String sentence) implements DeskOutcome {}

    /** Somebody else was quicker, and when. */
    record TakenAlready(String actor, Instant at) implements DeskOutcome {}

    /** It was not done. */
    record Refused(Enum<?> reason, String sentence) implements DeskOutcome {

        static Refused of(AssignmentRefusal reason) {
            return new Refused(reason, reason.sentence());
        }

        static Refused of(DeskRefusal reason) {
            return new Refused(reason, reason.sentence());
        }
    }
}
