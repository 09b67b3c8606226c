package org.quittance.web.agreements;

import java.util.List;
import java.util.Map;
import org.quittance.core.agreement.Interval;
import org.quittance.core.collections.Credibility;
import org.quittance.core.money.Money;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.web.page.Problems;

/**
 * What can be agreed with a customer about its open items.
 *
 * @param credibility of each contact by name; of the customer as a whole under the empty name
 */
public record AgreementView(
        CustomerView customer,
        List<ItemLine> items,
        Map<String, Credibility> credibility,
        AgreementForm form,
        SettlementForm settlement,
        Problems problems) {

    public AgreementView {
        items = List.copyOf(items);
    }

    public Interval[] intervals() {
        return Interval.values();
    }

    public Money open(ItemLine item) {
        return Money.ofMinor(item.openMinor(), item.currency());
    }
}
