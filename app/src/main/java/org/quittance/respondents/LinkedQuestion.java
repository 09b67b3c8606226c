package org.quittance.respondents;

import java.time.LocalDate;

/**
 * What a link leads to.
 *
 * @param questionId to which the link is bound, and with it to the matter and the address
 * @param isOpen false once the matter is over: then the link shows the answer and takes none
 */
public record LinkedQuestion(
        long questionId,
        QuestionKind kind,
        long matterId,
        String toName,
        String toAddress,
        String askedBy,
        LocalDate dueOn,
        boolean isOpen) {

    /** As whom an answer is kept: who, and how. */
    public String saidBy() {
        return "%s, by the link sent to %s".formatted(toName, toAddress);
    }
}
