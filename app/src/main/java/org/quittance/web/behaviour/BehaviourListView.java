package org.quittance.web.behaviour;

import java.util.List;
import org.quittance.collections.behaviour.BehaviourFilter;
import org.quittance.collections.behaviour.BehaviourRow;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;

/** How all customers pay. */
public record BehaviourListView(
        BehaviourFilter filter,
        List<BehaviourRow> rows,
        Pager pager,
        String exportUrl,
        List<LegalEntity> entities,
        List<Portfolio> portfolios) {

    public BehaviourListView {
        rows = List.copyOf(rows);
        entities = List.copyOf(entities);
        portfolios = List.copyOf(portfolios);
    }
}
