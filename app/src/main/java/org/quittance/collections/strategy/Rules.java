package org.quittance.collections.strategy;

import java.time.LocalDate;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.Priority;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.StrategiesInForce;
import org.quittance.core.collections.StrategyChoice;

/** The rules in force on a day, with the versions that a run names. */
public record Rules(StrategiesInForce strategies, long policyId, Policy policy) {

    /** The decision about an account: the only place where it is asked for. */
    public Decided decide(AccountCase account, LocalDate asOf) {
        Standing standing = Standing.of(account.facts(), policy, asOf);
        StrategyChoice chosen = strategies.choose(standing, account.traits(), policy);
        NextAction next = chosen.version().decide(standing, account.traits(), policy);
        Priority priority = switch (next) {
            case NextAction.Act act -> act.priority();
            case NextAction.Wait _, NextAction.Nothing _ -> Priority.of(standing, policy);
        };
        return new Decided(account, standing, chosen, next, priority);
    }

    /** An account with what was decided about it. */
    public record Decided(
            AccountCase account, Standing standing, StrategyChoice chosen, NextAction next, Priority priority) {}
}
