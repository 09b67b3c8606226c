package org.quittance.core.collections;

import java.util.Objects;

/**
 * A version of a strategy that is or was live: its steps, whom it is for, to which share of these it is rolled out, and what becomes of
 * accounts under way.
 */
public record StrategyVersion(
        StrategyId id, Strategy strategy, Audience audience, Share share, RunningAccounts running) {

    public StrategyVersion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(running, "running");
    }

    StrategyVersion withoutApprovals() {
        Strategy approved = new Strategy(
                strategy.name(),
                strategy.version(),
                strategy.steps().stream().map(Step::withoutApproval).toList(),
                strategy.credits());
        return new StrategyVersion(id, approved, audience, share, running);
    }

    /** What to do next about the account at the standing's business date, and why. */
    public NextAction decide(Standing standing, AccountTraits traits, Policy policy) {
        return new Decision(new Decision.Followed(strategy, id), standing, traits, policy).take();
    }

    /** As people say it: {@code Standard, version 3}. */
    public String title() {
        return strategy.name() + ", version " + strategy.version();
    }
}
