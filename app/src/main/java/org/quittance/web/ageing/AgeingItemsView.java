package org.quittance.web.ageing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.money.Money;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.ItemLine;
import org.quittance.web.page.Pager;

/**
 * The items behind a figure of the ageing.
 *
 * @param title what the figure is
 */
public record AgeingItemsView(String title, AgeingQuery query, List<ItemLine> items, Pager pager, String exportUrl) {

    public AgeingItemsView {
        items = List.copyOf(items);
    }

    /** The sum of the items shown, by currency. */
    public List<Money> sums() {
        Map<String, Money> sums = new TreeMap<>();
        items.forEach(
                item -> sums.merge(item.currency(), Money.ofMinor(item.openMinor(), item.currency()), Money::plus));
        return List.copyOf(sums.values());
    }
}
