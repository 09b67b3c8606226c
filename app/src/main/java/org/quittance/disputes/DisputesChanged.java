package org.quittance.disputes;

import java.util.Set;

/** What is disputed on these accounts has changed; whoever has decided about them decides again. */
public record DisputesChanged(Set<Long> accountIds) {

    public DisputesChanged {
        accountIds = Set.copyOf(accountIds);
    }
}
