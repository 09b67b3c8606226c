package org.quittance.web.strategies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Format;

/**
 * One version of a strategy with the history of all.
 *
 * @param history every version, the newest first
 * @param trials of the version shown, the newest first
 */
public record StrategyView(StrategyKept shown, List<StrategyKept> history, List<Long> trials, LocalDate today) {

    public StrategyView {
        history = List.copyOf(history);
        trials = List.copyOf(trials);
    }

    public Wording words(Format format) {
        return new Wording(format);
    }

    public String path() {
        return "/strategies/" + shown.content().code();
    }

    public RunningAccounts[] choices() {
        return RunningAccounts.values();
    }

    /** Whether the person may let versions go live: whoever may write them, or a lead as the second pair of eyes. */
    public static boolean mayRelease(Viewer viewer) {
        return viewer.isAny(Role.MANAGER, Role.TEAM_LEAD) && !viewer.is(Role.AUDITOR);
    }

    /** Whether the version shown can go live. */
    public boolean canGoLive() {
        return shown.isDraft()
                && live().filter(live -> live.version() > shown.version()).isEmpty();
    }

    /** Whether the strategy can be taken out of the order. */
    public boolean canEnd() {
        return !shown.content().isStandard()
                && live().filter(live -> live.ended() == null).isPresent();
    }

    /** The newest version that went live. */
    public Optional<StrategyKept> live() {
        return history.stream().filter(kept -> !kept.isDraft()).findFirst();
    }

    /** The share of customers that the version shown is for today. */
    public int percent() {
        StrategyKept.Released released = shown.released();
        return released == null ? 0 : released.shareOn(today).percent();
    }

    /** What became of a version, in a few words. */
    public String state(StrategyKept kept, Format format) {
        StrategyKept.Released released = kept.released();
        if (released == null) {
            return "Draft";
        }
        StrategyKept.Ended ended = kept.ended();
        if (ended != null) {
            return "Ended on " + format.date(ended.on());
        }
        if (history.stream().anyMatch(other -> other.version() > kept.version() && isForAll(other))) {
            return "Replaced";
        }
        if (released.from().isAfter(today)) {
            return "Live from " + format.date(released.from());
        }
        String since = released.from().equals(LocalDate.EPOCH) ? "Live" : "Live since " + format.date(released.from());
        int percent = released.shareOn(today).percent();
        return percent == 100 ? since : "%s for %d %% of customers".formatted(since, percent);
    }

    private boolean isForAll(StrategyKept kept) {
        StrategyKept.Released released = kept.released();
        return released != null && released.shareOn(today).isAll();
    }
}
