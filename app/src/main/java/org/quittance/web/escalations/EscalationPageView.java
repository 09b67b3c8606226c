package org.quittance.web.escalations;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationEvent;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.identity.Person;
import org.quittance.respondents.QuestionStanding;
import org.quittance.respondents.Respondent;
import org.quittance.web.page.Problems;

/**
 * One escalation.
 *
 * @param offered what the viewer may do about it
 * @param colleagues to whom it can be handed over
 * @param asked how it stands with asking by mail; null where nobody is to be asked
 * @param words what was typed in a form that was refused; empty else
 */
public record EscalationPageView(
        EscalationLine line,
        List<EscalationEvent> events,
        Set<Deed> offered,
        List<Person> colleagues,
        List<Respondent> respondents,
        @Nullable QuestionStanding asked,
        String words,
        Problems problems) {

    public EscalationPageView {
        events = List.copyOf(events);
        offered = Set.copyOf(offered);
        colleagues = List.copyOf(colleagues);
        respondents = List.copyOf(respondents);
    }

    public boolean offers(Deed deed) {
        return offered.contains(deed);
    }

    /** What a deed is called after it was done. */
    public static String done(Deed deed) {
        return switch (deed) {
            case ANSWER -> "Answered";
            case APPROVE -> "Approved";
            case REFUSE -> "Refused";
            case HAND_OVER -> "Handed over";
            case WITHDRAW -> "Withdrawn";
            case LIFT -> "Lifted";
        };
    }
}
