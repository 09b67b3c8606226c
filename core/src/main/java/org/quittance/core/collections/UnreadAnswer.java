package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that the customer has written and nobody of us has read yet: it may say why they do not pay.
 *
 * @param from who has written it, by name, or by address where no name is told
 * @param on the day on which it came
 * @param subject empty where it has none
 */
public record UnreadAnswer(String from, LocalDate on, String subject) {

    public UnreadAnswer {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(subject, "subject");
    }
}
