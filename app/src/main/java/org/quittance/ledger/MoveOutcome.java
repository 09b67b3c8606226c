package org.quittance.ledger;

/** What became of a wish to move accounts to other portfolios. */
public sealed interface MoveOutcome {

    /** They are there; those that lay there already are not counted. */
    record Moved(int accounts) implements MoveOutcome {}

    /** Nothing was moved. */
    record Refused(Reason reason) implements MoveOutcome {}

    /** Why not, each with a sentence. */
    enum Reason {
        NO_REASON("Say why they move; whoever asks later reads it with the account."),
        NO_PORTFOLIO("Choose the portfolio to which they go."),
        NO_ACCOUNTS("No account is to be moved: tick some, or choose another portfolio."),
        OVERTAKEN("Somebody has adopted other rules since you opened this page. Look at the preview again."),
        NO_RULES("There are no rules by which accounts could move.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
