package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * What happened on an account, for a trial on past days. Traits, habit, limit, payment policy and who can be reached how are those of today; who was not to be contacted is not
 * replayed.
 */
public record AccountLife(
        AccountId account,
        AccountTraits traits,
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
        Objects.requireNonNull(payer, "payer");
        items = List.copyOf(items);
        promises = List.copyOf(promises);
        receipts = List.copyOf(receipts);
        outOfReach = Set.copyOf(outOfReach);
        Objects.requireNonNull(keptBack, "keptBack");
    }
}
