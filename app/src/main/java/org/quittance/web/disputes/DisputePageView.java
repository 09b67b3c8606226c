package org.quittance.web.disputes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideNote;
import org.quittance.disputes.DisputeEvent;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.Evidence;
import org.quittance.identity.Person;
import org.quittance.respondents.QuestionStanding;
import org.quittance.respondents.Respondent;
import org.quittance.web.page.Problems;

/**
 * A dispute with what was done about it.
 *
 * @param guide what the process guide says to its reason
 * @param notOwed the amount as it was typed, or what is disputed
 * @param words as they were typed
 */
public record DisputePageView(
        DisputeLine line,
        List<DisputeEvent> events,
        List<Person> people,
        Mailing mailing,
        List<GuideNote> guide,
        String notOwed,
        String words,
        Problems problems) {

    public DisputePageView {
        events = List.copyOf(events);
        people = List.copyOf(people);
        guide = List.copyOf(guide);
    }

    /**
     * What was asked of whom by mail, and what came of it.
     *
     * @param asked how it stands; null where nobody is to be asked
     */
    public record Mailing(
            List<Respondent> respondents, @Nullable QuestionStanding asked, List<Evidence> evidence) {

        public Mailing {
            respondents = List.copyOf(respondents);
            evidence = List.copyOf(evidence);
        }
    }

    public String path() {
        return DisputesController.PATH + "/" + line.id();
    }
}
