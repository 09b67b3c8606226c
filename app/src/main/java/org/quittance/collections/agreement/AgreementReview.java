package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.quittance.collections.decision.Redecision;
import org.quittance.ledger.AccountsChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/**
 * Holds what was agreed against the money: what is paid ends at once, when the money is applied; what has failed ends before the night decides, since
 * only a day that passes can break it.
 *
 * <p>Promises need neither: each decision about an account reads the postings for itself.
 */
@Service
public class AgreementReview {

    private static final String AT_ONCE = "agreements";

    private final Plans plans;
    private final Settlements settlements;
    private final Redecision redecision;

    AgreementReview(Plans plans, Settlements settlements, Redecision redecision) {
        this.plans = plans;
        this.settlements = settlements;
        this.redecision = redecision;
    }

    @ApplicationModuleListener
    void on(AccountsChanged changed) {
        // Held once, in one order: whoever decides about these accounts holds them in the same.
        Set<Long> concerned = new HashSet<>(plans.accountsOfRunning(changed.accountIds()));
        concerned.addAll(settlements.accountsOfRunning(changed.accountIds()));
        if (concerned.isEmpty()) {
            return;
        }
        redecision.hold(concerned);
        plans.endFulfilled(changed.accountIds(), AT_ONCE);
        settlements.keepPaid(changed.accountIds(), AT_ONCE);
    }

    /** All of it at the end of the day: plans that are fulfilled or broken, settlements that are kept, broken or lapsed. Returns how many ended. */
    public int review(LocalDate day, String actor) {
        return plans.review(day, actor) + settlements.review(day, actor);
    }
}
