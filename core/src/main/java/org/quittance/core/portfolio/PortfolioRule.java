package org.quittance.core.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One rule: which accounts fall into a portfolio. An account must meet all of its conditions; where there are none, every account does.
 *
 * <p>Example: entity HRUK, names A to F, and less than GBP 50,000.00 open. What is open in other currencies than the rule's own does not count:
 * currencies are never netted.
 *
 * @param portfolioId into which they fall
 * @param entities codes of legal entities; empty for all
 * @param countries of customers; empty for all
 * @param segments of customers; empty for all
 * @param openFrom the least open amount
 * @param openBelow the open amount from which on it fits no more
 */
public record PortfolioRule(
        long portfolioId,
        Set<String> entities,
        Set<String> countries,
        Set<String> segments,
        NameRange names,
        @Nullable Money openFrom,
        @Nullable Money openBelow) {

    public PortfolioRule {
        entities = Set.copyOf(entities);
        countries = Set.copyOf(countries);
        segments = Set.copyOf(segments);
        if (openFrom != null && openBelow != null && openFrom.compareTo(openBelow) >= 0) {
            throw new IllegalArgumentException("No amount is from " + openFrom + " and below " + openBelow);
        }
    }

    /** One that takes every account. */
    public static PortfolioRule forEveryone(long portfolioId) {
        return new PortfolioRule(portfolioId, Set.of(), Set.of(), Set.of(), NameRange.ANY, null, null);
    }

    public boolean isForEveryone() {
        return equals(forEveryone(portfolioId));
    }

    /** Whether somebody has to sum up what is open before it can be asked. */
    public boolean asksForAmounts() {
        return openFrom != null || openBelow != null;
    }

    public boolean fits(AccountProfile account) {
        return (entities.isEmpty() || entities.contains(account.entityCode()))
                && (countries.isEmpty() || countries.contains(account.country()))
                && (segments.isEmpty() || segments.contains(account.segment()))
                && names.holds(account.name())
                && (openFrom == null || account.openIn(openFrom).compareTo(openFrom) >= 0)
                && (openBelow == null || account.openIn(openBelow).compareTo(openBelow) < 0);
    }

    /** Its conditions in words. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        addOneOf(parts, "entity", entities);
        addOneOf(parts, "country", countries);
        addOneOf(parts, "segment", segments);
        if (!names.isAny()) {
            parts.add("names " + (names.from().isEmpty() ? "" : "from " + names.from())
                    + (names.from().isEmpty() || names.to().isEmpty() ? "" : " ")
                    + (names.to().isEmpty() ? "" : "to " + names.to()));
        }
        if (openFrom != null) {
            parts.add("open from " + openFrom);
        }
        if (openBelow != null) {
            parts.add("open below " + openBelow);
        }
        return parts.isEmpty() ? "every account" : String.join(", ", parts);
    }

    private static void addOneOf(List<String> parts, String what, Set<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + String.join(" or ", new TreeSet<>(values)));
        }
    }
}
