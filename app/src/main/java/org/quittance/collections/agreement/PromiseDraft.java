package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * A promise to pay, as somebody has just heard it.
 *
 * @param items the items that it is for; empty for the account at large
 * @param contactId who said so; null where that is not known
 * @param repeat what to do where somebody has just noted the same
 */
public record PromiseDraft(
        AccountId account,
        Money amount,
        LocalDate dueOn,
        List<ItemId> items,
        @Nullable Long contactId,
        String note,
        Repeat repeat) {

    /** What to do where the same was promised within the last minutes: by the same word, or once more. */
    public enum Repeat {
        /** Ask whether it is another promise. */
        ASK,
        /** It is another. */
        MEANT
    }

    /** One that is asked about where somebody has just noted the same. */
    public PromiseDraft(
            AccountId account,
            Money amount,
            LocalDate dueOn,
            List<ItemId> items,
            @Nullable Long contactId,
            String note) {
        this(account, amount, dueOn, items, contactId, note, Repeat.ASK);
    }

    public PromiseDraft {
        items = items.stream().distinct().toList();
    }

    /** For the account at large. */
    public static PromiseDraft of(AccountId account, Money amount, LocalDate dueOn) {
        return new PromiseDraft(account, amount, dueOn, List.of(), null, "");
    }
}
