package org.quittance.collections.strategy;

/** What became of a wish about a strategy, beside what is wrong with its text. */
public enum StrategyOutcome {
    DONE(""),
    NOT_FOUND("There is no such version of the strategy. Look at the list of strategies."),
    CHANGED_MEANWHILE(
            "Somebody has saved another version meanwhile. Look at it, then enter what you want to change again."),
    LIVE_ALREADY("This version is live already. Save a new version to change something."),
    NEWER_IS_LIVE("A later version is live already. Save what you want of this one as a new version."),
    NEEDS_ANOTHER(
            "This version sends by itself, and you have written it. A team lead or another credit manager lets it go live."),
    NEEDS_ANOTHER_FOR_MORE(
            "This version sends by itself, and you have written it. A team lead or another credit manager gives it to more customers."),
    IN_THE_PAST("A version goes live today or later. Choose a later date."),
    NOT_LIVE("The strategy is not live: there is nothing to end."),
    LAST_STAYS("The standard strategy is for every account that no other is for, and stays."),
    FOR_ALL_ALREADY("The version is for all customers already. Release another version to change something."),
    NOT_A_SHARE("A share is a whole number of percent, from 0 for nobody to 100 for everybody."),
    SAME_SHARE("The version is rolled out to that share already."),
    NEEDS_A_REASON("Say why, so that those who come after you understand it.");

    private final String sentence;

    StrategyOutcome(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
