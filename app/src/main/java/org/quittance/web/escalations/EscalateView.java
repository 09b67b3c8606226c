package org.quittance.web.escalations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.guide.GuideNote;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.identity.Person;
import org.quittance.ledger.CustomerView;
import org.quittance.respondents.Respondent;
import org.quittance.web.page.Problems;

/**
 * A customer's escalations, and the form for another.
 *
 * @param salesOwner who sells to the customer; null where nobody has said
 * @param guide what the process guide says to an escalation
 */
public record EscalateView(
        CustomerView customer,
        List<EscalationLine> lines,
        EscalationLevels levels,
        List<Person> colleagues,
        List<Respondent> respondents,
        @Nullable Respondent salesOwner,
        List<GuideNote> guide,
        EscalateForm form,
        Problems problems) {

    public EscalateView {
        lines = List.copyOf(lines);
        colleagues = List.copyOf(colleagues);
        respondents = List.copyOf(respondents);
        guide = List.copyOf(guide);
    }
}
