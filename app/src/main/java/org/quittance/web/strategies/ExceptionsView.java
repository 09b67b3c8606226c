package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.decision.PaymentPolicies;

/** The accounts to whose own payment policies strategies hold back today. */
public record ExceptionsView(List<PaymentPolicies.Line> lines) {

    public ExceptionsView {
        lines = List.copyOf(lines);
    }
}
