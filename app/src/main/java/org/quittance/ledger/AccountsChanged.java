package org.quittance.ledger;

import java.util.Set;

/** Something was posted on these accounts; whoever has decided about them decides again. */
public record AccountsChanged(Set<Long> accountIds) {

    public AccountsChanged {
        accountIds = Set.copyOf(accountIds);
    }
}
