package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ordered steps that a company takes towards accounts of one segment. It is data: kept by version, edited on a screen, tried on
 * last year's ledger.
 *
 * <p>Invariant: {@link Strategies#problems} finds nothing in it.
 *
 * @param version counts up with every change, so that each action names the rules that it followed
 */
public record Strategy(String name, int version, List<Step> steps) {

    public Strategy {
        Objects.requireNonNull(name, "name");
        steps = List.copyOf(steps);
        List<StrategyProblem> problems = Strategies.problems(name, steps);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Strategy %s: %s".formatted(name, problems));
        }
    }

    /** What to do next about the account at the standing's business date, and why. */
    public NextAction decide(Standing standing, Policy policy) {
        return new Decision(this, standing, policy).take();
    }

    /**
     * The step that the item is due for next, whatever the day; none once it has had the last.
     *
     * @param fulfilled steps that are passed over, because what they ask for is so already
     */
    @Nullable
    Step nextFor(ItemStanding item, Predicate<Step> fulfilled) {
        Dunning dunned = item.dunned();
        for (Step step : steps) {
            boolean ahead = dunned == null || step.level() > dunned.level();
            if (ahead && !(step.isReminder() && item.daysPastDue() > 0) && !fulfilled.test(step)) {
                return step;
            }
        }
        Step last = steps.getLast();
        return last.repetition() == Repetition.AFTER_ITS_WAIT && !fulfilled.test(last) ? last : null;
    }

    /** How a step's text message speaks. */
    public Tone toneOf(Step step) {
        return Tone.of(steps, step);
    }

    @Nullable
    Step first(Action action) {
        for (Step step : steps) {
            if (step.action() == action) {
                return step;
            }
        }
        return null;
    }
}
