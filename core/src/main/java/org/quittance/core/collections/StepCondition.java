package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * For which accounts a step is, in the words in which a strategy says whom it is for. For an account that does not meet it the step is passed
 * over: its items are due for the next one, and for this one should the condition come to hold before they have had that.
 *
 * <p>Example: a call only where a promise is broken; a notice only where the oldest item is at least 20 days past due.
 *
 * @param accounts what the account must be; its legal entities are those of the strategy and none of a step's
 * @param brokenPromise what is asked about promises that failed
 */
public record StepCondition(Audience accounts, BrokenPromise brokenPromise) {

    /** The step is for every account. */
    public static final StepCondition NONE = new StepCondition(Audience.EVERYONE, BrokenPromise.EITHER);

    public StepCondition {
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(brokenPromise, "brokenPromise");
        if (!accounts.entities().isEmpty()) {
            throw new IllegalArgumentException("A step asks for no legal entity; whom the strategy is for does");
        }
    }

    /** For accounts on which a broken promise stands, or on which none does. */
    public static StepCondition where(BrokenPromise brokenPromise) {
        return new StepCondition(Audience.EVERYONE, brokenPromise);
    }

    /** For accounts whose oldest item is so many days past due. */
    public static StepCondition whereOldest(DayRange days) {
        return new StepCondition(
                new Audience(Set.of(), Set.of(), null, null, days, DayRange.ANY), BrokenPromise.EITHER);
    }

    public boolean isNone() {
        return brokenPromise == BrokenPromise.EITHER && accounts.isEveryone();
    }

    /** What of it the account does not meet, each in a few words; nothing where the step is for it. */
    List<String> unmet(Standing standing, AccountTraits traits, Yardstick yardstick) {
        if (isNone()) {
            return List.of();
        }
        List<String> unmet = new ArrayList<>();
        if (!accounts.segments().isEmpty() && !accounts.segments().contains(traits.segment())) {
            unmet.add("the segment " + String.join(" or ", new TreeSet<>(accounts.segments())));
        }
        if (!accounts.holdsOverdue(standing, yardstick)) {
            unmet.add(overdue());
        }
        if (!accounts.oldest().holds(standing.oldestDaysPastDue())) {
            unmet.add("an oldest item %s days past due".formatted(range(accounts.oldest())));
        }
        Integer beyond = traits.daysBeyondTerms();
        if (!accounts.daysBeyondTerms().isAny()
                && (beyond == null || !accounts.daysBeyondTerms().holds(beyond))) {
            unmet.add("payments %s days beyond terms".formatted(range(accounts.daysBeyondTerms())));
        }
        boolean stands = standing.promises().stream().anyMatch(PromiseCheck::isFailing);
        switch (brokenPromise) {
            case EITHER -> {}
            case STANDS -> add(!stands, "a broken promise", unmet);
            case NONE -> add(stands, "no broken promise", unmet);
        }
        return unmet;
    }

    /**
     * The next day on which it may come to hold or cease to by the passing of time alone; none where time changes nothing. A promise that
     * breaks is looked at on its own day.
     */
    @Nullable
    LocalDate changesOn(Standing standing) {
        LocalDate first = null;
        long oldest = standing.oldestDaysPastDue();
        Integer from = accounts.oldest().from();
        Integer to = accounts.oldest().to();
        if (from != null && oldest < from) {
            first = standing.asOf().plusDays(from - oldest);
        } else if (to != null && oldest <= to) {
            first = standing.asOf().plusDays(to - oldest + 1);
        }
        if (accounts.overdueFrom() != null || accounts.overdueBelow() != null) {
            for (ItemStanding item : standing.items()) {
                if (!item.isOverdue()) {
                    LocalDate overdueOn = item.item().dueDate().plusDays(1);
                    first = first == null || overdueOn.isBefore(first) ? overdueOn : first;
                }
            }
        }
        return first;
    }

    private String overdue() {
        Money from = accounts.overdueFrom();
        Money below = accounts.overdueBelow();
        List<String> words = new ArrayList<>(2);
        if (from != null) {
            words.add("%s or more overdue".formatted(Sentences.money(from)));
        }
        if (below != null) {
            words.add("less than %s overdue".formatted(Sentences.money(below)));
        }
        return String.join(" and ", words);
    }

    private static String range(DayRange days) {
        Integer from = days.from();
        Integer to = days.to();
        if (from == null) {
            return "at most " + to;
        }
        return to == null ? from + " or more" : from + " to " + to;
    }

    private static void add(boolean isUnmet, String words, List<String> unmet) {
        if (isUnmet) {
            unmet.add(words);
        }
    }
}
