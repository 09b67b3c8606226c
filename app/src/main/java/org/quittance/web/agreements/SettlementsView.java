package org.quittance.web.agreements;

import java.util.List;
import org.quittance.collections.agreement.SettlementView;

/** Every settlement offer that the viewer sees, the latest first. */
public record SettlementsView(List<SettlementView> settlements) {

    public SettlementsView {
        settlements = List.copyOf(settlements);
    }
}
