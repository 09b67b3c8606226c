package org.quittance.web.agreements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanView;
import org.quittance.core.reference.StructuredReference;
import org.quittance.web.page.Problems;

/**
 * One repayment plan.
 *
 * @param reference what its instalments are to quote; null before it is approved
 * @param onAccount money and credit notes that settle nothing yet
 * @param needs who has to approve it, in words
 * @param withheld why the viewer may not approve it; null where they may
 */
public record PlanPageView(
        PlanView plan,
        @Nullable StructuredReference reference,
        List<PlanView.OnAccount> onAccount,
        String needs,
        @Nullable String withheld,
        Problems problems) {

    public PlanPageView {
        onAccount = List.copyOf(onAccount);
    }
}
