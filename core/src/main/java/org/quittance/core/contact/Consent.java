package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person has said about being contacted by one medium.
 *
 * @param number grows with each that is noted: of one day the later counts
 * @param on the day on which it was said, from which it counts
 * @param how in words: on the telephone, by the letter of that day
 */
public record Consent(long number, Medium medium, Word word, LocalDate on, String how) {

    /** What was said. */
    public enum Word {
        GIVEN("Given"),
        WITHDRAWN("Withdrawn");

        private final String label;

        Word(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Consent {
        Objects.requireNonNull(medium, "medium");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(on, "on");
        if (how.isBlank()) {
            throw new IllegalArgumentException("A consent says how it was given or withdrawn");
        }
    }

    /** The last word about a medium on a day. */
    public static Optional<Consent> latest(List<Consent> consents, Medium medium, LocalDate day) {
        return consents.stream()
                .filter(consent -> consent.medium() == medium && !consent.on().isAfter(day))
                .max(Comparator.comparing(Consent::on).thenComparingLong(Consent::number));
    }
}
