package org.quittance.web.strategies;

import java.text.NumberFormat;
import java.time.temporal.ChronoUnit;
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

    /** How many that is in a week of the period. */
    public String aWeek(long count, Format format) {
        long days = ChronoUnit.DAYS.between(trial.from(), trial.to()) + 1;
        NumberFormat decimals = NumberFormat.getNumberInstance(format.locale());
        decimals.setMinimumFractionDigits(1);
        decimals.setMaximumFractionDigits(1);
        return decimals.format(count * 7.0 / days);
    }

    /** How much a count changes, with its sign. */
    public String change(long before, long after, Format format) {
        long change = after - before;
        String count = format.count(Math.abs(change));
        return change == 0 ? count : (change > 0 ? "+" : "\u2212") + count;
    }
}
