package org.quittance.web.disputes;

import java.time.LocalDate;
import java.util.List;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.disputes.DisputeFilter;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.web.page.Pager;

/** The disputes of all accounts that the viewer sees, and what is open by reason. */
public record DisputesView(
        DisputeFilter filter,
        DisputeList.Counts counts,
        List<DisputeList.Total> totals,
        LocalDate today,
        List<DisputeLine> lines,
        Pager pager,
        String exportUrl) {

    public DisputesView {
        totals = List.copyOf(totals);
        lines = List.copyOf(lines);
    }

    /** The open ones of a reason. */
    public String url(DisputeReason reason) {
        return DisputesController.PATH + "?reason=" + reason.name();
    }
}
