package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.trial.TrialView;
import org.quittance.web.page.Format;
import org.quittance.web.page.Pager;

/** What came of a trial, with some of its accounts. */
public record TrialPageView(TrialView trial, List<TrialView.AccountLine> accounts, Pager pager) {

    public TrialPageView {
        accounts = List.copyOf(accounts);
    }

    public String path() {
        return "/strategies/trials/" + trial.id();
    }

    /** How much a count changes, with its sign. */
    public String change(long before, long after, Format format) {
        long change = after - before;
        String count = format.count(Math.abs(change));
        return change == 0 ? count : (change > 0 ? "+" : "\u2212") + count;
    }
}
