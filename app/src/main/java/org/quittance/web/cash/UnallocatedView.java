package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.CashQueue;
import org.quittance.cash.OpenCredit;
import org.quittance.cash.QueueRow;
import org.quittance.cash.ServiceLevels;
import org.quittance.web.page.Pager;

/**
 * Unallocated cash, the oldest first, with what there is of it by age.
 *
 * @param credits credit notes and other credits that are applied to nothing, the oldest first
 */
public record UnallocatedView(
        List<QueueRow> rows,
        List<CashQueue.Ages> ages,
        ServiceLevels.Days levels,
        Pager pager,
        List<OpenCredit> credits) {

    public UnallocatedView {
        rows = List.copyOf(rows);
        ages = List.copyOf(ages);
        credits = List.copyOf(credits);
    }
}
