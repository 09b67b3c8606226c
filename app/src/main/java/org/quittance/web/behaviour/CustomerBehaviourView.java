package org.quittance.web.behaviour;

import java.util.List;
import org.quittance.collections.behaviour.AccountBehaviour;

/** How one customer pays, account by account. */
public record CustomerBehaviourView(long customerId, String customerName, List<AccountBehaviour> accounts) {

    public CustomerBehaviourView {
        accounts = List.copyOf(accounts);
    }

    /** The address of the payments behind a month. */
    public String monthUrl(AccountBehaviour account, MonthChart.Bar bar) {
        return "/customers/%d/behaviour/%d/%s"
                .formatted(customerId, account.accountId(), bar.month().month());
    }
}
