package org.quittance.web.escalations;

import java.util.List;
import org.quittance.collections.EscalationLine;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.identity.Person;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/** A customer's escalations, and the form for another. */
public record EscalateView(
        CustomerView customer,
        List<EscalationLine> lines,
        EscalationLevels levels,
        List<Person> colleagues,
        EscalateForm form,
        Problems problems) {

    public EscalateView {
        lines = List.copyOf(lines);
        colleagues = List.copyOf(colleagues);
    }
}
