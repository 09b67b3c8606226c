package org.quittance.respondents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.respondent.Unasked;
import org.quittance.correspondence.InternalMessage;

/** How it stands with asking by mail, as the page of a matter tells it. */
public sealed interface QuestionStanding {

    /**
     * Somebody was asked.
     *
     * @param mail the last one that was written about it
     * @param lastDay of its links
     * @param end null while an answer is taken
     */
    record Asked(
            String toName,
            String toAddress,
            boolean byLink,
            InternalMessage mail,
            @Nullable LocalDate remindedOn,
            LocalDate lastDay,
            @Nullable End end)
            implements QuestionStanding {

        public boolean isOpen() {
            return end == null;
        }
    }

    /** Nobody was asked by mail. */
    record Unsent(Unasked why) implements QuestionStanding {}

    /** Nobody was asked, and nothing stands against it. */
    record NotYet() implements QuestionStanding {}

    /** What ended it. */
    record End(QuestionEnd how, String actor, Instant at) {}
}
