package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.decision.PaymentPolicies;
import org.quittance.collections.decision.StepChoices;

/** The accounts to whose own payment policies strategies hold back today, and where people have taken other steps than proposed. */
public record ExceptionsView(List<PaymentPolicies.Line> lines, List<StepChoices.Line> choices) {

    public ExceptionsView {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
    }
}
