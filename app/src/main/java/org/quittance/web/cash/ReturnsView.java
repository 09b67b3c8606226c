package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.ReturnReader;
import org.quittance.cash.ReturnView;
import org.quittance.web.page.Pager;

/**
 * What the banks took back.
 *
 * @param waiting how many need a person
 * @param fees what each entity charges
 */
public record ReturnsView(
        List<ReturnView.Row> rows, ReturnReader.Show show, int waiting, List<ReturnReader.Fee> fees, Pager pager) {

    public ReturnsView {
        rows = List.copyOf(rows);
        fees = List.copyOf(fees);
    }
}
