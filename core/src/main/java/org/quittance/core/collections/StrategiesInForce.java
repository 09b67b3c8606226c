package org.quittance.core.collections;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The strategies of a day in the order in which they are asked, and the choice among them.
 *
 * <p>Example: "Slow mid-size payers" before "Standard". An account with EUR 12,000.00 overdue that pays 25 days late gets the first, every
 * other the last.
 *
 * <p>An account is under way while an open item of it has had a step; its version is that of the latest of these. It leaves this version
 * for the first that fits, unless that one lets accounts under way finish.
 *
 * <p>A version that is rolled out to a share of customers passes the others on: to the version before it, which comes next in the order, or to
 * the next strategy. Who is held out of it so is named with the choice, unless the account would finish what it began in either case.
 *
 * @param inOrder of each strategy one version, or several where the first of them is for a share only; the last of all is for everyone
 * @param left versions that accounts may still be under way with
 */
public record StrategiesInForce(List<StrategyVersion> inOrder, List<StrategyVersion> left) {

    private static final Comparator<Dunning> LATEST =
            Comparator.comparing(Dunning::on).thenComparingInt(Dunning::level);

    public StrategiesInForce {
        inOrder = List.copyOf(inOrder);
        left = List.copyOf(left);
        if (inOrder.isEmpty()
                || !inOrder.getLast().audience().isEveryone()
                || !inOrder.getLast().share().isAll()) {
            throw new IllegalArgumentException("The last strategy is for everyone");
        }
    }

    public static StrategiesInForce only(StrategyVersion version) {
        return new StrategiesInForce(List.of(version), List.of());
    }

    /** The same where everything is approved as soon as it is due. */
    StrategiesInForce withoutApprovals() {
        return new StrategiesInForce(
                inOrder.stream().map(StrategyVersion::withoutApprovals).toList(),
                left.stream().map(StrategyVersion::withoutApprovals).toList());
    }

    /** The strategy that the account follows at the standing's date. */
    public StrategyChoice choose(Standing standing, AccountTraits traits, Policy policy) {
        Optional<StrategyVersion> begun = underWayWith(standing);
        StrategyChoice first = firstThatFits(standing, traits, policy, begun);
        return begun.filter(version -> finishes(version, first.version()))
                .map(version -> new StrategyChoice(
                        version, StrategyChoice.Because.FINISHES_WHAT_IT_BEGAN, first.heldOutOf(), List.of()))
                .orElse(first);
    }

    /** The one that takes whatever no other is for. */
    public StrategyVersion last() {
        return inOrder.getLast();
    }

    /** Whether an account that began with the one version stays with it in spite of the other. */
    private static boolean finishes(StrategyVersion begun, StrategyVersion other) {
        return switch (other.running()) {
            case MOVE -> false;
            case STAY -> !begun.id().equals(other.id());
        };
    }

    private StrategyChoice firstThatFits(
            Standing standing, AccountTraits traits, Policy policy, Optional<StrategyVersion> begun) {
        StrategyVersion heldOutOf = null;
        for (StrategyVersion version : inOrder.subList(0, inOrder.size() - 1)) {
            if (version.audience().admits(standing, traits, policy.yardstick())) {
                if (version.share().holds(traits.customer(), version.id())) {
                    return new StrategyChoice(
                            version,
                            StrategyChoice.Because.FIRST_THAT_FITS,
                            heldOutOf,
                            version.audience().factsOf(standing, traits));
                }
                if (heldOutOf == null
                        && begun.filter(earlier -> finishes(earlier, version)).isEmpty()) {
                    heldOutOf = version;
                }
            }
        }
        return new StrategyChoice(last(), StrategyChoice.Because.NO_OTHER_FITS, heldOutOf, List.of());
    }

    private Optional<StrategyVersion> underWayWith(Standing standing) {
        Dunning latest = null;
        for (ItemStanding item : standing.items()) {
            Dunning dunned = item.dunned();
            if (dunned != null && dunned.under() != null && (latest == null || LATEST.compare(dunned, latest) > 0)) {
                latest = dunned;
            }
        }
        return latest == null || latest.under() == null
                ? Optional.empty()
                : Optional.ofNullable(byId().get(latest.under()));
    }

    private Map<StrategyId, StrategyVersion> byId() {
        Map<StrategyId, StrategyVersion> byId = new HashMap<>();
        left.forEach(version -> byId.put(version.id(), version));
        inOrder.forEach(version -> byId.put(version.id(), version));
        return byId;
    }
}
