package org.quittance.respondents;

/** What became of the wish to enter a respondent, or to set the company's domains. */
public sealed interface DirectoryOutcome {

    record Done() implements DirectoryOutcome {}

    /**
     * Nothing was written down.
     *
     * @param told what is wrong and what to do, naming the thing
     */
    record Refused(Reason reason, String told) implements DirectoryOutcome {}

    /** Why, in the order of the checks. */
    enum Reason {
        NOT_THEIRS(
                "%s: respondents are entered by a team lead or the credit manager, domains set by the credit manager."),
        NO_NAME("Write the name as colleagues know it%s."),
        NO_ADDRESS("\"%s\" is no e-mail address."),
        FOREIGN_DOMAIN(
                "%s is not an address of the company. What is asked is sent to its own domains alone; the credit manager sets them below."),
        LISTED_ALREADY("%s is a respondent already."),
        NO_DOMAIN(
                "\"%s\" is no domain. Write what stands behind the @ of the company's addresses, such as example.com.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        Refused about(String thing) {
            return new Refused(this, sentence.formatted(thing));
        }
    }
}
