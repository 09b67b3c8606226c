package org.quittance.web.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.collections.CallReport;
import org.quittance.collections.PromiseView;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.money.Money;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.web.page.AgeingBar;
import org.quittance.web.page.Problems;

/**
 * A customer as a collector sees it.
 *
 * @param asOf the day whose end the amounts are of
 * @param ageing the open items by age, one line for each currency
 * @param call what stands in the form for a call
 */
public record CustomerPageView(
        CustomerView customer,
        LocalDate asOf,
        Ageing ageing,
        List<ItemLine> items,
        List<PromiseView> promises,
        List<TimelineEntry> timeline,
        CallForm call,
        Problems problems) {

    public CustomerPageView {
        items = List.copyOf(items);
        promises = List.copyOf(promises);
        timeline = List.copyOf(timeline);
    }

    public AgeingBar bar(Ageing.Line line) {
        List<AgeingBar.Band> bands = new ArrayList<>();
        for (int band = 0; band < line.perBand().size(); band++) {
            bands.add(new AgeingBar.Band(
                    ageing.bands().label(band), band, line.perBand().get(band), "#items"));
        }
        return AgeingBar.of(bands);
    }

    /** What a call can end in. */
    public CallReport.Result[] results() {
        return CallReport.Result.values();
    }

    /** The currencies in which something is owed, the largest debt first: what a promise can be made in. */
    public List<Money> promisable() {
        return ageing.lines().stream()
                .filter(line -> line.total().isPositive())
                .map(Ageing.Line::overdue)
                .toList();
    }

    public Money money(ItemLine item, long minor) {
        return Money.ofMinor(minor, item.currency());
    }
}
