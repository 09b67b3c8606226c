package org.quittance.web.customers;

import org.quittance.core.money.Money;
import org.quittance.ledger.ItemView;
import org.quittance.web.page.Problems;

/** An item with the postings that explain what is open of it. */
public record ItemPageView(ItemView view, Problems problems) {

    public Money money(long minor) {
        return Money.ofMinor(minor, view.item().currency());
    }
}
