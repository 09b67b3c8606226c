package org.quittance.core.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of all portfolios in their order: the first that fits an account wins.
 *
 * <p>Example: large accounts of HRUK to the key account team, those of HRUK to the names that remain, and everything else to the shared desk.
 * An account that no rule fits stays in the portfolio where it is.
 */
public record PortfolioRules(List<PortfolioRule> inOrder) {

    public static final PortfolioRules NONE = new PortfolioRules(List.of());

    public PortfolioRules {
        inOrder = List.copyOf(inOrder);
    }

    /** The rule that has won, by its place in the order, counted from one. */
    public record Choice(int place, long portfolioId) {}

    /** A rule that can never win, by its place, and the one before it that takes all that it could have. */
    public record Hidden(int place, int behind) {}

    public Optional<Choice> choose(AccountProfile account) {
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).fits(account)) {
                return Optional.of(new Choice(i + 1, inOrder.get(i).portfolioId()));
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    public boolean askForAmounts() {
        return inOrder.stream().anyMatch(PortfolioRule::asksForAmounts);
    }

    /** Rules behind one that takes every account, or behind one of the same conditions. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            for (int before = 0; before < i; before++) {
                if (takesAllOf(inOrder.get(before), inOrder.get(i))) {
                    hidden.add(new Hidden(i + 1, before + 1));
                    break;
                }
            }
        }
        return hidden;
    }

    private static boolean takesAllOf(PortfolioRule first, PortfolioRule second) {
        return first.isForEveryone()
                || new PortfolioRule(
                                second.portfolioId(),
                                first.entities(),
                                first.countries(),
                                first.segments(),
                                first.names(),
                                first.openFrom(),
                                first.openBelow())
                        .equals(second);
    }
}
