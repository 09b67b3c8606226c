package org.quittance.web.agreements;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.web.page.Problems;

/**
 * A settlement offer with what can be done about it.
 *
 * @param needs whose approval it needs, in words
 * @param withheld why the viewer may not approve it; null where they may
 * @param mayRefuse whether they may refuse it
 */
public record SettlementPageView(
        SettlementView settlement, String needs, @Nullable String withheld, boolean mayRefuse, Problems problems) {}
