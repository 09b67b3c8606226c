package org.quittance.web.customers;

import java.util.List;
import java.util.Map;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.PortfolioMove;
import org.quittance.web.page.Problems;

/**
 * In which portfolios the accounts of a customer have lain, and the form that moves one.
 *
 * @param moves by account, the latest first
 * @param reason as far as it was typed
 */
public record PortfoliosView(
        CustomerView customer,
        Map<Long, List<PortfolioMove>> moves,
        List<Portfolio> portfolios,
        String reason,
        Problems problems) {

    public PortfoliosView {
        moves = Map.copyOf(moves);
        portfolios = List.copyOf(portfolios);
    }

    public List<PortfolioMove> moves(CustomerView.Account account) {
        return moves.getOrDefault(account.id(), List.of());
    }
}
