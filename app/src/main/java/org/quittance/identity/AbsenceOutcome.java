package org.quittance.identity;

/** What became of a wish about an absence, with a sentence for whoever had it. */
public enum AbsenceOutcome {
    DONE(""),
    NO_SUCH_PERSON("Choose two people who work here."),
    COVERS_THEMSELVES("Somebody else has to cover: choose another person."),
    COVER_WORKS_NO_ACCOUNTS(
            "Only a collector, a team lead or the credit manager works accounts: choose one of them to cover."),
    ENDS_BEFORE_IT_BEGINS("The last day is before the first. Correct one of them."),
    IN_THE_PAST("The last day is over. An absence is entered for today or later."),
    AWAY_ALREADY("The person is away on some of these days already. End that absence first, or choose other days."),
    COVER_IS_AWAY("Whoever is to cover is away on some of these days. Choose another person or other days."),
    COVERS_SOMEBODY(
            "The person covers for somebody on some of these days, and cover is not passed on. Enter another cover for them first."),
    NO_SUCH_ABSENCE("There is no such absence, or it is over already.");

    private final String sentence;

    AbsenceOutcome(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
