package org.quittance.web.agreements;

import org.quittance.collections.agreement.SettlementView;
import org.quittance.web.page.Problems;

/**
 * A settlement offer with what can be done about it.
 *
 * @param needs whose approval it needs, in words
 */
public record SettlementPageView(SettlementView settlement, String needs, Problems problems) {}
