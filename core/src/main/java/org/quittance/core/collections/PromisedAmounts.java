package org.quittance.core.collections;

import java.util.List;
import org.quittance.core.ledger.OpenItem;

/** What of each item is covered by the open promises: their items, or the oldest first, up to what has not come yet. */
final class PromisedAmounts {

    private final long[] minor;

    PromisedAmounts(List<PromiseCheck> promises, List<ItemFacts> oldestFirst) {
        this.minor = new long[promises.isEmpty() ? 0 : oldestFirst.size()];
        for (PromiseCheck check : promises) {
            if (check.state() == PromiseState.OPEN) {
                spread(check, oldestFirst);
            }
        }
    }

    long minorOf(int index) {
        return minor.length == 0 ? 0 : minor[index];
    }

    private void spread(PromiseCheck check, List<ItemFacts> oldestFirst) {
        long left = check.outstanding().minor();
        for (int i = 0; i < minor.length && left > 0; i++) {
            ItemFacts facts = oldestFirst.get(i);
            OpenItem item = facts.item();
            boolean sameCurrency =
                    item.open().currency().equals(check.promise().amount().currency());
            if (item.isDebit() && sameCurrency && check.promise().covers(item.id())) {
                long free = item.open().minor()
                        - facts.disputed().minor()
                        - facts.forgone().minor()
                        - minor[i];
                long part = Math.min(left, free);
                minor[i] += part;
                left -= part;
            }
        }
    }
}
