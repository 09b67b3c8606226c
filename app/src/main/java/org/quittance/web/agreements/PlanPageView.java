package org.quittance.web.agreements;

import org.quittance.collections.agreement.PlanView;
import org.quittance.web.page.Problems;

/**
 * One repayment plan.
 *
 * @param needs who has to approve it, in words
 */
public record PlanPageView(PlanView plan, String needs, Problems problems) {}
