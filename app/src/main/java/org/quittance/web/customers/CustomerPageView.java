package org.quittance.web.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.money.Money;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.web.page.AgeingBar;

/**
 * A customer as a collector sees it.
 *
 * @param asOf the day whose end the amounts are of
 * @param ageing the open items by age, one line for each currency
 */
public record CustomerPageView(CustomerView customer, LocalDate asOf, Ageing ageing, List<ItemLine> items) {

    public CustomerPageView {
        items = List.copyOf(items);
    }

    public AgeingBar bar(Ageing.Line line) {
        List<AgeingBar.Band> bands = new ArrayList<>();
        for (int band = 0; band < line.perBand().size(); band++) {
            bands.add(new AgeingBar.Band(
                    ageing.bands().label(band), band, line.perBand().get(band), "#items"));
        }
        return AgeingBar.of(bands);
    }

    public Money money(ItemLine item, long minor) {
        return Money.ofMinor(minor, item.currency());
    }
}
