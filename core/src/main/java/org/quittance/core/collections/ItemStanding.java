package org.quittance.core.collections;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * A debit with an open amount, and how much of it may be chased.
 *
 * <p>Example: of 100.00 open, 30.00 is disputed and 50.00 promised, so 20.00 may be chased.
 *
 * @param daysPastDue at the standing's date; negative while not yet due
 * @param disputedMinor of the open amount, in minor units
 * @param forgoneMinor of what is not disputed, given up if the rest is paid
 * @param promisedMinor of what is neither, by promises that are still open
 * @param dunned the highest step that it was sent
 */
public record ItemStanding(
        OpenItem item,
        long daysPastDue,
        long disputedMinor,
        long forgoneMinor,
        long promisedMinor,
        @Nullable Dunning dunned) {

    public ItemStanding {
        if (disputedMinor < 0
                || forgoneMinor < 0
                || promisedMinor < 0
                || disputedMinor + forgoneMinor + promisedMinor > item.open().minor()) {
            throw new IllegalArgumentException("%s has %d disputed, %d to be given up and %d promised of %s"
                    .formatted(item.document(), disputedMinor, forgoneMinor, promisedMinor, item.open()));
        }
    }

    public boolean isOverdue() {
        return daysPastDue > 0;
    }

    public Currency currency() {
        return item.open().currency();
    }

    /** What is neither disputed nor promised nor to be given up, in minor units. */
    public long chaseableMinor() {
        return item.open().minor() - disputedMinor - forgoneMinor - promisedMinor;
    }

    public Money chaseable() {
        return Money.ofMinor(chaseableMinor(), currency());
    }
}
