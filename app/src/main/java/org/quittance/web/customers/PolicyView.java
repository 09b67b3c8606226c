package org.quittance.web.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.PaymentPolicies;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/**
 * By which policy of its own an account pays: what holds, what it really does, and what was set before.
 *
 * @param policy that holds today; null where the account pays by its terms
 * @param behaviour how it really pays; null where nothing is known
 */
public record PolicyView(
        CustomerView customer,
        CustomerView.Account account,
        @Nullable PaymentPolicy policy,
        @Nullable PaymentBehaviour behaviour,
        List<PaymentPolicies.Entry> history,
        PolicyForm form,
        Problems problems) {

    public PolicyView {
        history = List.copyOf(history);
    }

    public String path() {
        return "/customers/%d/accounts/%d/payment-policy".formatted(customer.id(), account.id());
    }
}
