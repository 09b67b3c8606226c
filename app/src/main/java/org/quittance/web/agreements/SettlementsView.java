package org.quittance.web.agreements;

import java.util.List;
import org.quittance.collections.agreement.SettlementView;

/** The settlement offers that the viewer sees, the latest first: all, those that wait for their approval, or those that wait for a letter. */
public record SettlementsView(List<SettlementView> settlements, AgreementsShown shown) {

    public SettlementsView {
        settlements = List.copyOf(settlements);
    }
}
