package org.quittance.collections.team;

/** What became of a wish to check a call, with a sentence for whoever had it. */
public enum CallReviewOutcome {
    DONE(""),
    NO_SUCH_CALL("There is no such call about a customer that you see."),
    OWN_CALL("Somebody else checks your own calls."),
    INCOMPLETE("Answer every question; \"Does not apply\" is an answer too."),
    CHECKED_ALREADY("The call was checked already. Go on with another of the sample.");

    private final String sentence;

    CallReviewOutcome(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
