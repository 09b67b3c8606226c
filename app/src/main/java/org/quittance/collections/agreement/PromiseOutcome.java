package org.quittance.collections.agreement;

import org.quittance.core.collections.PromiseId;

/** What became of a promise that somebody wanted to note. */
public sealed interface PromiseOutcome {

    /**
     * It was noted.
     *
     * @param activityId the row of the timeline that tells of it
     */
    record Noted(PromiseId id, long activityId) implements PromiseOutcome {}

    record Refused(Refusal reason) implements PromiseOutcome {}

    /** It was not noted: the same stands there since a few minutes, and whoever notes it says first whether it is another. */
    record Asked(String sentence) implements PromiseOutcome {}

    /** Why a promise was not noted, in the order of the checks. */
    enum Refusal {
        NO_SUCH_ACCOUNT("There is no such account among those that you work."),
        NOTHING_PROMISED("Enter the amount that was promised; it must be more than zero."),
        DUE_IN_THE_PAST("Enter the day on which it will be paid; it must be today or later."),
        TOO_FAR_AHEAD("A promise more than a year ahead is a plan; enter an earlier day."),
        NOT_OPEN("One of the items is not open on this account in the currency of the promise. Choose again."),
        MORE_THAN_OPEN("The amount is more than is open of it. Check the amount, and for which items it is.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
