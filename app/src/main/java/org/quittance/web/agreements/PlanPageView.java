package org.quittance.web.agreements;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanView;
import org.quittance.web.page.Problems;

/**
 * One repayment plan.
 *
 * @param needs who has to approve it, in words
 * @param withheld why the viewer may not approve it; null where they may
 */
public record PlanPageView(
        PlanView plan, String needs, @Nullable String withheld, Problems problems) {}
