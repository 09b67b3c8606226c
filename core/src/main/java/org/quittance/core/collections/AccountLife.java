package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * What happened on an account, for a trial on past days. Traits, habit, limit, payment policy and who can be reached how are those of today.
 *
 * @param office the working days of the legal entity, on which people work by hand
 */
public record AccountLife(
        AccountId account,
        AccountTraits traits,
        BusinessCalendar office,
        List<ItemLife> items,
        List<Promise> promises,
        List<Receipt> receipts,
        Payer payer,
        @Nullable Money limit,
        @Nullable PaymentPolicy paymentPolicy,
        Set<Action> outOfReach,
        KeptBack keptBack) {

    public AccountLife {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(payer, "payer");
        items = List.copyOf(items);
        promises = List.copyOf(promises);
        receipts = List.copyOf(receipts);
        outOfReach = Set.copyOf(outOfReach);
        Objects.requireNonNull(keptBack, "keptBack");
    }
}
