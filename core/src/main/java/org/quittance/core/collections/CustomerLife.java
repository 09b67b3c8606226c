package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;

/**
 * What happened on the accounts of one customer. A trial replays them together: a message and a call are about all of them, and so are the
 * limits of contact.
 */
public record CustomerLife(List<AccountLife> accounts, ContactDays contactDays) {

    public CustomerLife {
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(contactDays, "contactDays");
    }
}
