package org.quittance.core.collections;

import java.util.EnumMap;
import java.util.Map;

/**
 * The sheet by which a call is checked: one answer to each question.
 *
 * <p>Its score is the share of yes among yes and no; what does not apply counts for nothing.
 */
public record CallCheck(Map<Question, Finding> answers) {

    /** What is asked of every call. A question that is asked no more stays here for the checks that have it. */
    public enum Question {
        SAID_WHO_AND_WHY("Said who calls, for which company and why"),
        RIGHT_ITEMS("Named the right invoices and amounts"),
        ASKED_FOR_A_DAY("Asked for payment and for a day"),
        HEARD_THE_REASON("Heard why it was not paid, and wrote it down"),
        NEXT_STEP("Agreed what happens next and when"),
        KEPT_THE_TONE("Spoke so that the customer stays one"),
        KEPT_THE_RULES("Kept to the contact rules and promised nothing beyond the authority");

        private final String text;

        Question(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What the check found. */
    public enum Finding {
        YES("Yes"),
        NO("No"),
        DOES_NOT_APPLY("Does not apply");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public CallCheck {
        answers = Map.copyOf(answers);
    }

    /** Whether every question has its answer. */
    public boolean isComplete() {
        return answers.size() == Question.values().length;
    }

    public long count(Finding answer) {
        return answers.values().stream().filter(answer::equals).count();
    }

    /** The answers in the order of the questions. */
    public Map<Question, Finding> inOrder() {
        Map<Question, Finding> ordered = new EnumMap<>(Question.class);
        ordered.putAll(answers);
        return ordered;
    }
}
