package org.quittance.core.contact;

import java.util.List;
import org.quittance.core.collections.ItemStanding;

/** Whether anything is left that the customer may be asked for. */
public enum Debt {
    OWED("Something is owed"),
    PAID("Nothing is open any more"),
    PROMISED("All that is open is promised or offered for a day that has not come"),
    DISPUTED("All that is open is disputed"),
    GIVEN_UP("All that is open is to be given up by a settlement");

    private final String sentence;

    Debt(String sentence) {
        this.sentence = sentence;
    }

    /** What is left of open debits; credits are no debt. */
    public static Debt of(List<ItemStanding> items) {
        if (items.isEmpty()) {
            return PAID;
        }
        if (items.stream().anyMatch(item -> item.chaseableMinor() > 0)) {
            return OWED;
        }
        if (items.stream().anyMatch(item -> item.promisedMinor() > 0)) {
            return PROMISED;
        }
        return items.stream().anyMatch(item -> item.disputedMinor() > 0) ? DISPUTED : GIVEN_UP;
    }

    public String sentence() {
        return sentence;
    }
}
