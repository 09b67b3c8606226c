package org.quittance.core.contact;

import java.util.List;
import org.quittance.core.collections.ItemStanding;

/** Whether anything is left that the customer may be asked for. */
public enum Debt {
    OWED("Something is owed"),
    PAID("Nothing is open any more"),
    PROMISED("All that is open is promised for a day that has not come"),
    DISPUTED("All that is open is disputed");

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
        return items.stream().anyMatch(item -> item.promisedMinor() > 0) ? PROMISED : DISPUTED;
    }

    public String sentence() {
        return sentence;
    }
}
