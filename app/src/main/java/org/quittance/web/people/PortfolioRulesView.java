package org.quittance.web.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.core.portfolio.PortfolioRule;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.PortfolioRuleBook.Version;
import org.quittance.web.page.Problems;

/**
 * The rules in force, the form that changes them, and who has adopted which.
 *
 * @param versions the newest first
 * @param names of portfolios by their numbers
 */
public record PortfolioRulesView(
        List<Version> versions,
        List<Portfolio> portfolios,
        Map<Long, String> names,
        PortfolioRulesForm form,
        Problems problems) {

    public PortfolioRulesView {
        versions = List.copyOf(versions);
        portfolios = List.copyOf(portfolios);
        names = Map.copyOf(names);
    }

    /** Null where nobody has adopted any. */
    public @Nullable Version current() {
        return versions.isEmpty() ? null : versions.getFirst();
    }

    public List<PortfolioRule> rules() {
        return versions.isEmpty() ? List.of() : versions.getFirst().rules().inOrder();
    }

    public String portfolio(PortfolioRule rule) {
        return names.getOrDefault(rule.portfolioId(), "");
    }
}
