package org.quittance.web.agreements;

import java.util.List;
import org.quittance.collections.agreement.PlanView;

/** The repayment plans that somebody sees. */
public record PlansView(List<PlanView> plans) {

    public PlansView {
        plans = List.copyOf(plans);
    }
}
