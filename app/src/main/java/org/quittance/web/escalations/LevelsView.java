package org.quittance.web.escalations;

import java.util.List;
import org.quittance.collections.escalation.EscalationServiceLevels;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.web.page.Problems;

/** The service levels, and who has set them when. */
public record LevelsView(EscalationLevels levels, List<EscalationServiceLevels.Change> changes, Problems problems) {

    public LevelsView {
        changes = List.copyOf(changes);
    }
}
