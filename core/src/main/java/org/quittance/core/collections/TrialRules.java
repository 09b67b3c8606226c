package org.quittance.core.collections;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The rules that a trial replays. What needs approval is taken to be approved on the day on which it is due.
 *
 * @param strategies with no step that waits for an approval
 * @param approvals whose approval a step would have needed; nobody's where it is not among them
 * @param levels after how many working days an escalation is taken to be answered
 */
public record TrialRules(
        StrategiesInForce strategies, Map<StepOf, Approval> approvals, Policy policy, EscalationLevels levels) {

    /** A step of a version. */
    public record StepOf(StrategyId version, String step) {}

    public TrialRules {
        approvals = Map.copyOf(approvals);
        Objects.requireNonNull(strategies, "strategies");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(levels, "levels");
    }

    /** The strategies as they are in force, taken as approved. */
    public static TrialRules of(StrategiesInForce strategies, Policy policy, EscalationLevels levels) {
        Map<StepOf, Approval> approvals = new HashMap<>();
        strategies.inOrder().forEach(version -> note(version, approvals));
        strategies.left().forEach(version -> note(version, approvals));
        return new TrialRules(strategies.withoutApprovals(), approvals, policy, levels);
    }

    private static void note(StrategyVersion version, Map<StepOf, Approval> approvals) {
        for (Step step : version.strategy().steps()) {
            if (step.approval().isNeeded()) {
                approvals.put(new StepOf(version.id(), step.id()), step.approval());
            }
        }
    }

    Approval approvalOf(StrategyId version, Step step) {
        return approvals.getOrDefault(new StepOf(version, step.id()), Approval.NONE);
    }
}
