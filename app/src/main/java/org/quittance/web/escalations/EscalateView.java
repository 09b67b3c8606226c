package org.quittance.web.escalations;

import java.util.List;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.guide.GuideNote;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.identity.Person;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/**
 * A customer's escalations, and the form for another.
 *
 * @param guide what the process guide says to an escalation
 */
public record EscalateView(
        CustomerView customer,
        List<EscalationLine> lines,
        EscalationLevels levels,
        List<Person> colleagues,
        List<GuideNote> guide,
        EscalateForm form,
        Problems problems) {

    public EscalateView {
        lines = List.copyOf(lines);
        colleagues = List.copyOf(colleagues);
        guide = List.copyOf(guide);
    }
}
