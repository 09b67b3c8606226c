package org.quittance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.PostingKind;

/**
 * An item with everything that was ever posted on it: what explains its balance.
 *
 * @param item due as it counts now
 * @param discount what its terms let the payer take off; null where they are not known
 * @param dueDateChanges earliest first; empty where the due date is still the one that was entered
 */
public record ItemView(
        ItemLine item,
        long customerId,
        String customerName,
        String source,
        String assignment,
        String reference,
        String memo,
        LocalDate postedOn,
        Instant recordedAt,
        String actor,
        @Nullable Long uploadId,
        @Nullable CashDiscount discount,
        List<Entry> entries,
        List<DueDates.Change> dueDateChanges) {

    public ItemView {
        entries = List.copyOf(entries);
        dueDateChanges = List.copyOf(dueDateChanges);
    }

    /**
     * One posting.
     *
     * @param openAfterMinor what was open when it and everything before it had been posted
     * @param other the item at the other end of an allocation; null for other postings
     * @param reversible the allocation that can still be reversed; null where there is none
     */
    public record Entry(
            long id,
            PostingKind kind,
            LocalDate businessDate,
            Instant recordedAt,
            long deltaMinor,
            long openAfterMinor,
            String cause,
            String actor,
            @Nullable Other other,
            @Nullable Long reversible) {}

    /** The item at the other end of an allocation. */
    public record Other(long itemId, String document) {}
}
