package org.quittance.web.agreements;

import java.util.List;
import org.quittance.collections.agreement.PlanView;

/** The repayment plans that somebody sees: all, or those that wait for their approval. */
public record PlansView(List<PlanView> plans, AgreementsShown shown) {

    public PlansView {
        plans = List.copyOf(plans);
    }
}
