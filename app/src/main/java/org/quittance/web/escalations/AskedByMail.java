package org.quittance.web.escalations;

import org.quittance.identity.Viewer;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.QuestionStanding;
import org.quittance.respondents.Questions;

/** What is said after somebody was asked by mail from the page of an escalation or a dispute. */
public final class AskedByMail {

    public static final String REVOKED = "The links that were sent lead nowhere any more.";

    private AskedByMail() {}

    /** Asks once more, and says what became of it. */
    public static String again(Questions questions, QuestionKind kind, long matter, Viewer viewer) {
        questions.askAgain(kind, matter, viewer);
        return switch (questions.standing(kind, matter).orElse(null)) {
            case QuestionStanding.Asked asked
            when asked.isOpen() -> "%s is asked by mail at %s.".formatted(asked.toName(), asked.toAddress());
            case QuestionStanding.Unsent(var why) -> "Nobody was asked by mail. " + why.sentence();
            case QuestionStanding.Asked _, QuestionStanding.NotYet _ -> "Nobody is to be asked by mail any more.";
            case null -> "Nobody is to be asked by mail any more.";
        };
    }
}
