package org.quittance.web.agreements;

import java.time.LocalDate;
import java.util.List;
import org.quittance.collections.agreement.PromiseFilter;
import org.quittance.collections.agreement.PromiseLine;
import org.quittance.identity.Portfolio;

/** The promises of all customers. */
public record PromisesView(
        PromiseFilter filter, LocalDate today, List<PromiseLine> lines, String exportUrl, List<Portfolio> portfolios) {

    public PromisesView {
        lines = List.copyOf(lines);
        portfolios = List.copyOf(portfolios);
    }

    /** How many days a promise is past its own day; none while it is not. */
    public long daysPast(PromiseLine line) {
        return Math.max(0, today.toEpochDay() - line.check().promise().dueOn().toEpochDay());
    }
}
