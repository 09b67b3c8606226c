package org.quittance.web.outbox;

import org.jspecify.annotations.Nullable;
import org.quittance.core.mail.AnswerText;
import org.quittance.correspondence.Answer;
import org.quittance.correspondence.Message;

/**
 * One mail that has come in.
 *
 * @param customerName whose it is; empty where nobody knows
 * @param message the message of ours that it is about; null where there is none
 * @param isFailing whether nothing is sent to that message's address any more
 * @param mayOptOut whether a contact of the customer has the sender's address
 * @param hasFile whether the mail itself is kept
 */
public record AnswerView(
        Answer answer,
        String customerName,
        @Nullable Message message,
        boolean isFailing,
        boolean mayOptOut,
        boolean hasFile) {

    /** What they say, and what they quote. */
    public AnswerText text() {
        return answer.parted();
    }

    public String path() {
        return "/outbox/answers/" + answer.id();
    }

    public String title() {
        return answer.subject().isBlank() ? "Without a subject" : answer.subject();
    }
}
