package org.quittance.web.team;

import java.util.List;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.AccountFilter;
import org.quittance.ledger.AccountList;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;

/**
 * Accounts of a filter with their portfolios, and the form that moves some or all of them.
 *
 * @param found how many the filter finds, shown or not
 * @param reason as far as it was typed
 */
public record AccountsView(
        AccountFilter filter,
        List<AccountList.Row> rows,
        int found,
        List<Portfolio> portfolios,
        List<LegalEntity> entities,
        Pager pager,
        String reason,
        Problems problems) {

    public AccountsView {
        rows = List.copyOf(rows);
        portfolios = List.copyOf(portfolios);
        entities = List.copyOf(entities);
    }

    public boolean isPortfolio(Portfolio portfolio) {
        return filter.portfolioId() != null && filter.portfolioId() == portfolio.id();
    }

    public boolean isEntity(LegalEntity entity) {
        return filter.entityId() != null && filter.entityId() == entity.id();
    }
}
