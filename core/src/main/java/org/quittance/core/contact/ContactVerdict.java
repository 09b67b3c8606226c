package org.quittance.core.contact;

import java.time.Instant;
import java.util.Objects;

/** What the gate says of one attempt. */
public sealed interface ContactVerdict {

    /** It may be made now. */
    record Go() implements ContactVerdict {}

    /**
     * Not now.
     *
     * @param until the first moment at which no rule that the gate knows the end of stands in its way; it is asked again then
     * @param why in words for whoever wonders
     */
    record Later(Instant until, Rule rule, String why) implements ContactVerdict {
        public Later {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(rule, "rule");
            if (why.isBlank()) {
                throw new IllegalArgumentException("A postponement says why");
            }
        }
    }

    /** No, and waiting does not change it. */
    record Refused(Rule rule, String why) implements ContactVerdict {
        public Refused {
            Objects.requireNonNull(rule, "rule");
            if (why.isBlank()) {
                throw new IllegalArgumentException("A refusal says why");
            }
        }
    }
}
