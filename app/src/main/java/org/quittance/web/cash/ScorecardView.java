package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.Scorecard;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/** The scorecard, and the payers who make work. */
public record ScorecardView(
        Scorecard.Range range, Scorecard.By by, List<Scorecard.Line> lines, List<Scorecard.Payer> payers) {

    public ScorecardView {
        lines = List.copyOf(lines);
        payers = List.copyOf(payers);
    }

    /** The payments behind one line. */
    public record Behind(String title, List<Scorecard.Counted> payments, Pager pager) {

        public Behind {
            payments = List.copyOf(payments);
        }
    }

    static Query query(String path, Scorecard.Range range, Scorecard.By by) {
        return Query.of(path)
                .with("since", range.from())
                .with("until", range.to())
                .with("by", by);
    }

    public String payments(Scorecard.Line line) {
        return query("/cash/scorecard/payments", range, by)
                .with("key", line.key())
                .with("currency", line.currency())
                .url();
    }

    public String export(String format) {
        return query("/cash/scorecard/export", range, by).with("format", format).url();
    }
}
