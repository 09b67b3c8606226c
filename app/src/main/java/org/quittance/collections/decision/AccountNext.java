package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.ChosenStep;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Priority;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.Stake;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StrategyChoice;

/**
 * Where an account stands at this moment and what is next.
 *
 * <p>The standing's items say of each open debit what of it is promised or disputed and which step it was sent last.
 *
 * @param strategy the one that it follows, and why
 * @param snoozedUntil the day on which it comes back to the worklist; null where it was not put off
 */
public record AccountNext(
        Standing standing,
        StrategyChoice strategy,
        NextAction next,
        Priority priority,
        @Nullable LocalDate snoozedUntil) {

    /**
     * The steps of its strategy that a person may take in the place of the proposed one: what touches the customer, each action once. None
     * where no step is proposed, or where what is to be done follows from the account's standing.
     */
    public List<Step> alternatives() {
        if (!(next instanceof NextAction.Act act)
                || act.step() == null
                || act.action() != act.step().action()) {
            return List.of();
        }
        Map<Action, Step> first = new LinkedHashMap<>();
        for (Step step : strategy.version().strategy().steps()) {
            boolean asksTooEarly =
                    act.action() == Action.REMINDER_BEFORE_DUE && step.action().reach() == Action.Reach.WRITTEN;
            boolean mayBe = step.action().isContact()
                    && !asksTooEarly
                    && step.action() != Action.REMINDER_BEFORE_DUE
                    && step.action() != act.action()
                    && !standing.outOfReach().contains(step.action());
            if (mayBe) {
                first.putIfAbsent(step.action(), step);
            }
        }
        return List.copyOf(first.values());
    }

    /** What a person has chosen in the place of what the strategy would propose; none where it proposes. */
    public Optional<ChosenStep> chosen() {
        boolean isChosen = next.reasons().stream().anyMatch(reason -> reason instanceof Reason.StepChosen);
        return isChosen ? Optional.ofNullable(standing.chosen()) : Optional.empty();
    }

    /** How what is at stake follows from what is overdue, by currency. */
    public List<Stake> stakes() {
        return Stake.of(standing, next, strategy.version().strategy().setOff(standing));
    }

    public long accountId() {
        return standing.account().value();
    }
}
