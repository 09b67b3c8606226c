package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.PaymentView;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;

/** What lies on account of a payment, and the open items of its account to which it can be applied. */
public record CreditPageView(
        PaymentView view, PaymentView.Assigned credit, List<PaymentPageView.Pick> items, Problems problems) {

    public CreditPageView {
        items = List.copyOf(items);
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, credit.open().currency());
    }
}
