package org.quittance.web.behaviour;

import java.time.YearMonth;
import java.util.List;
import org.quittance.collections.behaviour.PaidLine;

/** The payments that make one month's figure. */
public record PaidMonthView(long customerId, String customerName, YearMonth month, List<PaidLine> lines) {

    public PaidMonthView {
        lines = List.copyOf(lines);
    }
}
