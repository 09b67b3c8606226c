package org.quittance.core.collections;

import java.util.Objects;

/**
 * The rules that a trial replays. What needs approval is taken to be approved on the day on which it is due.
 *
 * @param levels after how many working days an escalation is taken to be answered
 */
public record TrialRules(StrategiesInForce strategies, Policy policy, EscalationLevels levels) {

    public TrialRules {
        strategies = strategies.withoutApprovals();
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(levels, "levels");
    }
}
