package org.quittance.web.today;

import java.util.List;
import org.quittance.collections.WorklistFilter;
import org.quittance.collections.WorklistRow;
import org.quittance.collections.WorklistSummary;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;

/** The worklist as a page shows it. */
public record TodayView(
        WorklistFilter filter,
        WorklistSummary summary,
        List<WorklistRow> rows,
        Pager pager,
        List<LegalEntity> entities,
        List<Portfolio> portfolios) {

    public TodayView {
        rows = List.copyOf(rows);
        entities = List.copyOf(entities);
        portfolios = List.copyOf(portfolios);
    }
}
