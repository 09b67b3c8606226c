package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Whom a strategy is for. An account belongs to it that meets all of its conditions; where there are none, every account does.
 *
 * <p>Example: at least EUR 5,000.00 overdue, less than EUR 50,000.00, and paying 20 days or more beyond terms. Amounts of several
 * currencies are weighed by the policy's yardstick, as everywhere in a strategy.
 *
 * @param entities codes of legal entities; empty for all
 * @param segments of customers; empty for all
 * @param overdueFrom the least overdue amount
 * @param overdueBelow the overdue amount from which on it is for it no more
 * @param oldest how many days the oldest item is past due
 * @param daysBeyondTerms how late the account pays by habit; an account of which that is not known is outside any limits
 */
public record Audience(
        Set<String> entities,
        Set<String> segments,
        @Nullable Money overdueFrom,
        @Nullable Money overdueBelow,
        DayRange oldest,
        DayRange daysBeyondTerms) {

    public static final Audience EVERYONE = new Audience(Set.of(), Set.of(), null, null, DayRange.ANY, DayRange.ANY);

    public Audience {
        Objects.requireNonNull(oldest, "oldest");
        Objects.requireNonNull(daysBeyondTerms, "daysBeyondTerms");
        entities = Set.copyOf(entities);
        segments = Set.copyOf(segments);
    }

    public boolean isEveryone() {
        return equals(EVERYONE);
    }

    boolean admits(Standing standing, AccountTraits traits, Yardstick yardstick) {
        Integer beyond = traits.daysBeyondTerms();
        return (entities.isEmpty() || entities.contains(traits.entityCode()))
                && (segments.isEmpty() || segments.contains(traits.segment()))
                && oldest.holds(standing.oldestDaysPastDue())
                && (daysBeyondTerms.isAny() || (beyond != null && daysBeyondTerms.holds(beyond)))
                && holdsOverdue(standing, yardstick);
    }

    boolean holdsOverdue(Standing standing, Yardstick yardstick) {
        if (overdueFrom == null && overdueBelow == null) {
            return true;
        }
        double overdue = 0;
        for (CurrencyStanding currency : standing.currencies()) {
            overdue += yardstick.share(currency.overdue());
        }
        return (overdueFrom == null || overdue >= yardstick.share(overdueFrom))
                && (overdueBelow == null || overdue < yardstick.share(overdueBelow));
    }

    /** The facts of an account that the audience asks for, each in a few words; none where it is for everyone. */
    List<String> factsOf(Standing standing, AccountTraits traits) {
        List<String> facts = new ArrayList<>();
        if (!entities.isEmpty()) {
            facts.add("entity " + traits.entityCode());
        }
        if (!segments.isEmpty()) {
            facts.add("segment " + traits.segment());
        }
        if (overdueFrom != null || overdueBelow != null) {
            facts.add(overdueOf(standing));
        }
        if (!oldest.isAny()) {
            facts.add("oldest item " + pastDue(standing.oldestDaysPastDue()));
        }
        if (!daysBeyondTerms.isAny() && traits.daysBeyondTerms() != null) {
            facts.add("pays " + pastDue(traits.daysBeyondTerms()));
        }
        return facts;
    }

    private static String overdueOf(Standing standing) {
        String overdue = standing.currencies().stream()
                .map(CurrencyStanding::overdue)
                .filter(Money::isPositive)
                .map(Sentences::money)
                .collect(Collectors.joining(" and "));
        return overdue.isEmpty() ? "nothing overdue" : overdue + " overdue";
    }

    private static String pastDue(long days) {
        return days < 0 ? Sentences.days(-days) + " before due" : Sentences.days(days) + " past due";
    }
}
