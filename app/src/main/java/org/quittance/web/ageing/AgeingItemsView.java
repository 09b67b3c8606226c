package org.quittance.web.ageing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.money.Money;
import org.quittance.ledger.AgedItem;
import org.quittance.ledger.AgeingQuery;
import org.quittance.web.page.Pager;

/**
 * The items behind a figure of the ageing.
 *
 * @param title what the figure is
 */
public record AgeingItemsView(String title, AgeingQuery query, List<AgedItem> items, Pager pager, String exportUrl) {

    public AgeingItemsView {
        items = List.copyOf(items);
    }

    /** The sum of the items shown, by currency. */
    public List<Money> sums() {
        Map<String, Money> sums = new TreeMap<>();
        for (AgedItem aged : items) {
            Money open = Money.ofMinor(aged.item().openMinor(), aged.item().currency());
            sums.merge(aged.item().currency(), open, Money::plus);
        }
        return List.copyOf(sums.values());
    }
}
