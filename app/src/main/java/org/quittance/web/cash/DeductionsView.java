package org.quittance.web.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.DeductionReader.Asked;
import org.quittance.cash.DeductionReader.Deduction;
import org.quittance.cash.DeductionReader.Total;
import org.quittance.core.cash.DeductionReason;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/** What payers have kept back, and what of it is open by reason. */
public record DeductionsView(Asked asked, List<Deduction> rows, List<Total> totals, LocalDate today, Pager pager) {

    static final String LIST = "/cash/deductions";

    public DeductionsView {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** The list of one reason; of all where it is null. */
    public String url(boolean settledToo, @Nullable DeductionReason reason) {
        return asking(LIST, new Asked(settledToo, reason)).url();
    }

    public String exportUrl(String format) {
        return asking(LIST + "/export", asked).with("format", format).url();
    }

    public long days(Deduction one) {
        return ChronoUnit.DAYS.between(one.since(), today);
    }

    static Query asking(String path, Asked asked) {
        Query query = Query.of(path);
        query = asked.settledToo() ? query.with("settledToo", true) : query;
        return asked.reason() == null ? query : query.with("reason", asked.reason());
    }
}
