package org.quittance.collections.agreement;

import java.util.Optional;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Authority.Withheld;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.collections.Yardstick;

/**
 * Somebody who may have to decide about what others have agreed, with the limits and rates of today: a whole list is asked without asking the
 * database again.
 */
public record Approver(Authority.Officer officer, AuthorityLimits limits, Yardstick yardstick) {

    /** Why they may not approve the plan; empty where they may. */
    public Optional<Withheld> withheld(Authority.Request plan) {
        return limits.plans().decide(plan, officer, yardstick) instanceof Withheld withheld
                ? Optional.of(withheld)
                : Optional.empty();
    }

    /** Why they may not decide so about what another would give up; empty where they may. */
    public Optional<Withheld> withheld(Discretion.Wish wish, RequestDecision decision) {
        Discretion discretion = limits.discretion();
        return switch (decision) {
            case APPROVED ->
                discretion.decide(wish, officer, yardstick) instanceof Withheld withheld
                        ? Optional.of(withheld)
                        : Optional.empty();
            case REFUSED -> discretion.refusal(wish, officer, yardstick);
        };
    }

    /** Whose approval the plan needs, in words. */
    public String needs(Authority.Request plan) {
        return limits.plans().needs(plan, yardstick);
    }

    /** Whose approval it needs to give something up, in words. */
    public String needs(Discretion.Wish wish) {
        return limits.discretion().needs(wish, yardstick);
    }
}
