package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.CashReader;

/** The payments of one list, with a word for when there are none. */
public record PaymentListView(String title, String none, List<CashReader.PaymentLine> payments) {

    public PaymentListView {
        payments = List.copyOf(payments);
    }
}
