package org.quittance.web.agreements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.core.agreement.Interval;
import org.quittance.core.collections.Credibility;
import org.quittance.core.money.Money;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Problems;

/**
 * What can be agreed with a customer about its open items.
 *
 * @param credibility of each contact by name; of the customer as a whole under the empty name
 * @param limits how much may be conceded by whom
 */
public record AgreementView(
        CustomerView customer,
        List<ItemLine> items,
        Map<String, Credibility> credibility,
        AgreementForm form,
        SettlementForm settlement,
        Concedable limits,
        ColleaguesView colleagues,
        Problems problems) {

    /**
     * How much may be conceded by whom, in words.
     *
     * @param plans who approves which repayment plans
     * @param givingUp what the viewer may give up alone, and who approves more
     */
    public record Concedable(String plans, String givingUp) {}

    public AgreementView {
        items = List.copyOf(items);
    }

    public Interval[] intervals() {
        return Interval.values();
    }

    /** The items that are marked. */
    public List<ItemLine> chosen() {
        return items.stream().filter(item -> form.items().contains(item.id())).toList();
    }

    /** What is open of them, per currency. */
    public List<Money> sums() {
        return List.copyOf(chosen().stream()
                .map(this::open)
                .collect(Collectors.toMap(Money::currency, sum -> sum, Money::plus, LinkedHashMap::new))
                .values());
    }

    public Money open(ItemLine item) {
        return Money.ofMinor(item.openMinor(), item.currency());
    }
}
