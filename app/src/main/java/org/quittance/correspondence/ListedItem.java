package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * An item that a message tells the customer about.
 *
 * @param open what was open when the message was written; a gate compares it with what is open when it leaves
 */
public record ListedItem(ItemId item, AccountId account, Money open) {

    public ListedItem {
        requireNonNull(item, "item");
        requireNonNull(account, "account");
        requireNonNull(open, "open");
    }
}
