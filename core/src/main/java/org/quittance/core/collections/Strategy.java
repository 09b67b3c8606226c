package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ordered steps that a company takes towards accounts of one segment. It is data: kept by version, edited on a screen, tried on
 * last year's ledger.
 *
 * <p>Invariant: {@link Strategies#problems} finds nothing in it.
 *
 * @param version counts up with every change, so that each action names the rules that it followed
 * @param credits what messages do with what lies on account
 */
public record Strategy(String name, int version, List<Step> steps, CreditsInLetters credits) {

    /** A strategy whose messages leave credits out. */
    public Strategy(String name, int version, List<Step> steps) {
        this(name, version, steps, CreditsInLetters.LEFT_OUT);
    }

    public Strategy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(credits, "credits");
        steps = List.copyOf(steps);
        List<StrategyProblem> problems = Strategies.problems(name, steps);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Strategy %s: %s".formatted(name, problems));
        }
    }

    /** What to do next about the account at the standing's business date, and why; what its items have had, they had under this strategy. */
    public NextAction decide(Standing standing, AccountTraits traits, Policy policy) {
        return new Decision(new Decision.Followed(this, null), standing, traits, policy).take();
    }

    /**
     * Where an item stands on this ladder that was dunned under another version: by what it has had, not by the number of the step. It has
     * passed every letter up to the gravest that it was sent, so that it gets none again that is no graver; of what comes before the next
     * letter, it has passed what it had last.
     *
     * <p>Example: an item had Notice 2 as the second step. Where the second step is now a call and Notice 2 the third, it stands on the third.
     *
     * @return the level; below every step where it has had nothing that this ladder knows
     */
    int placeOf(Dunning dunned) {
        Action letter = dunned.letter();
        int place = Integer.MIN_VALUE;
        for (Step step : steps) {
            if (letter != null && step.action().isLetter() && step.action().compareTo(letter) <= 0) {
                place = step.level();
            }
        }
        for (Step step : steps) {
            if (step.level() > place) {
                if (step.action().isLetter()) {
                    return place;
                }
                if (step.action() == dunned.action()) {
                    return step.level();
                }
            }
        }
        return place;
    }

    /**
     * What becomes of items that were dunned under another version and go on with this one.
     *
     * @param stands the step on which they stand; none where they begin at the first
     * @param next what they are due for next; none where they have had the last
     * @param isAgain whether that is what they had last, or a letter that is no graver than one that they had
     */
    public record Moved(@Nullable Step stands, @Nullable Step next, boolean isAgain) {}

    /** Where overdue items go on that were dunned under another version. */
    public Moved moved(Dunning dunned) {
        int place = placeOf(dunned);
        Step stands = null;
        for (Step step : steps) {
            stands = step.level() == place ? step : stands;
        }
        Step next = nextAfter(place, Step::isReminder);
        Action letter = dunned.letter();
        boolean isAgain = next != null
                && (next.action() == dunned.action()
                        || (letter != null
                                && next.action().isLetter()
                                && next.action().compareTo(letter) <= 0));
        return new Moved(stands, next, isAgain);
    }

    /**
     * The step that the item is due for next, whatever the day; none once it has had the last.
     *
     * @param place the level on which it stands; below every step where it has had none
     * @param fulfilled steps that are passed over, because what they ask for is so already
     */
    @Nullable
    Step nextFor(ItemStanding item, int place, Predicate<Step> fulfilled) {
        return nextAfter(place, step -> (step.isReminder() && item.daysPastDue() > 0) || fulfilled.test(step));
    }

    private @Nullable Step nextAfter(int place, Predicate<Step> isPassedOver) {
        for (Step step : steps) {
            if (step.level() > place && !isPassedOver.test(step)) {
                return step;
            }
        }
        Step last = steps.getLast();
        return last.repetition() == Repetition.AFTER_ITS_WAIT && !isPassedOver.test(last) ? last : null;
    }

    /** What the account's credits pay before its messages ask for anything. */
    public SetOff setOff(Standing standing) {
        return credits == CreditsInLetters.NETTED ? SetOff.of(standing) : SetOff.NONE;
    }

    /** How a step's text message speaks. */
    public Tone toneOf(Step step) {
        return Tone.of(steps, step);
    }

    /** The step of that name. */
    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
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
