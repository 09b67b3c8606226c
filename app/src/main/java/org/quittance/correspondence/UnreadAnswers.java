package org.quittance.correspondence;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.Attempt.Origin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nothing leave by itself for a customer who has written something that nobody has read: it may say why they do not pay. What a person
 * sends, a person answers for.
 *
 * <p>It is refused, not put off: what was noted for it is taken back, and once the answer is read the account is due again, for a message
 * with the figures of that day.
 */
@Order(5)
@Component
class UnreadAnswers implements SendGate {

    static final String RULE = "unread-answer";

    private final AnswerStore answers;

    UnreadAnswers(AnswerStore answers) {
        this.answers = answers;
    }

    @Override
    public Verdict ask(Message message) {
        Optional<LocalDate> since =
                message.origin() == Origin.AUTOMATIC ? answers.unreadSince(message.customer()) : Optional.empty();
        return since.<Verdict>map(on -> new Verdict.Refuse(
                        RULE,
                        "They have answered on %s and nobody has read it. Read it first".formatted(Sentences.day(on))))
                .orElseGet(Verdict.Go::new);
    }
}
