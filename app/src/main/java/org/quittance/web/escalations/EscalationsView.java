package org.quittance.web.escalations;

import java.time.LocalDate;
import java.util.List;
import org.quittance.collections.escalation.EscalationFilter;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.identity.Portfolio;
import org.quittance.web.page.Pager;

/** The escalations of all accounts that the viewer sees. */
public record EscalationsView(
        EscalationFilter filter,
        EscalationList.Counts counts,
        LocalDate today,
        List<EscalationLine> lines,
        Pager pager,
        String exportUrl,
        List<Portfolio> portfolios) {

    public EscalationsView {
        lines = List.copyOf(lines);
        portfolios = List.copyOf(portfolios);
    }
}
