package org.quittance.core.collections;

import java.util.Objects;

/**
 * The rules that a trial replays.
 *
 * @param levels after how many working days an escalation is taken to be answered
 */
public record TrialRules(StrategiesInForce strategies, Policy policy, EscalationLevels levels) {

    public TrialRules {
        Objects.requireNonNull(strategies, "strategies");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(levels, "levels");
    }
}
