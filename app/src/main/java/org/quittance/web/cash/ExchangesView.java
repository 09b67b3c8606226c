package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.ExchangeReader.Exchanged;
import org.quittance.cash.ExchangeReader.Span;
import org.quittance.cash.ExchangeReader.Total;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/** What was credited in another currency than it was received in, and what that has cost. */
public record ExchangesView(Span span, List<Exchanged> rows, List<Total> totals, Pager pager) {

    static final String LIST = "/cash/exchanges";

    public ExchangesView {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    public String exportUrl(String format) {
        return asking(LIST + "/export", span).with("format", format).url();
    }

    static Query asking(String path, Span span) {
        return Query.of(path).with("start", span.from()).with("end", span.to());
    }
}
