package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.trial.TrialView;
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
    public String change(long before, long after) {
        long change = after - before;
        return change == 0 ? "0" : change > 0 ? "+" + change : "\u2212" + -change;
    }
}
