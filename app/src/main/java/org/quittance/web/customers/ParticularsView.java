package org.quittance.web.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/**
 * What is known of a customer and agreed on its accounts, to be changed.
 *
 * @param sent the form of an account that was refused; null where none was
 * @param maySetLimits whether the viewer may also change credit limits
 */
public record ParticularsView(
        CustomerView customer,
        ParticularsForm form,
        @Nullable AccountForm sent,
        List<Portfolio> portfolios,
        boolean maySetLimits,
        Problems problems) {

    public ParticularsView {
        portfolios = List.copyOf(portfolios);
    }

    /** Who applies cash or works accounts changes no master data. */
    public static boolean isFor(Viewer viewer) {
        return viewer.isAny(Role.TEAM_LEAD, Role.MANAGER);
    }

    public Language[] languages() {
        return Language.values();
    }

    public String terms(CustomerView.Account account) {
        return sent != null && sent.account() == account.id() ? sent.termsDays() : String.valueOf(account.termsDays());
    }

    public String limit(CustomerView.Account account) {
        if (sent != null && sent.account() == account.id()) {
            return sent.limit();
        }
        return account.limitMinor() == null
                ? ""
                : Money.ofMinor(account.limitMinor(), account.entityCurrency())
                        .toDecimal()
                        .toPlainString();
    }

    public boolean isIn(Portfolio portfolio, CustomerView.Account account) {
        return portfolio.name().equals(account.portfolio());
    }
}
