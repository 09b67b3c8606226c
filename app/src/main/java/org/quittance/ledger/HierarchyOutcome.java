package org.quittance.ledger;

import java.util.Map;
import org.quittance.core.ledger.HierarchyRefusal;

/** What became of a wish to place customers. */
public sealed interface HierarchyOutcome {

    /** All of them stand where they were wished to; so many had stood elsewhere. */
    record Placed(int changed) implements HierarchyOutcome {}

    /** None was placed; the reason of each that cannot be. */
    record Refused(Map<Long, HierarchyRefusal> byCustomer) implements HierarchyOutcome {
        public Refused {
            byCustomer = Map.copyOf(byCustomer);
        }
    }
}
