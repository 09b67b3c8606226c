package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;

/**
 * One word of a customer about several items, as somebody has just heard it: the whole of what is open of them, by the day.
 *
 * @param contactId who said so; null where that is not known
 */
public record MassPromise(
        List<ItemId> items, LocalDate dueOn, @Nullable Long contactId, String note, PromiseDraft.Repeat repeat) {

    public MassPromise {
        items = items.stream().distinct().toList();
    }
}
