package org.quittance.core.contact;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.Standing;

/**
 * What a contact with a customer as a whole can be about: what is left for us to ask for on its accounts, or who asks for it in our place.
 *
 * <p>Example: of two accounts one is with an agency. While the other owes something, the customer may be called about that; once it has paid,
 * the agency alone is left to speak.
 *
 * @param debt whether anything is left to be asked for by ourselves
 * @param handedOver what has given all that is left to somebody else; none while something is left for us, or nobody has any of it
 */
public record Matter(Debt debt, @Nullable InForce handedOver) {

    public Matter {
        Objects.requireNonNull(debt, "debt");
    }

    /** Of the customer's accounts with open items. */
    public static Matter of(List<Standing> accounts) {
        Debt own = Debt.of(accounts.stream()
                .filter(account -> account.handOver().isEmpty())
                .flatMap(account -> account.items().stream())
                .toList());
        if (own == Debt.OWED) {
            return new Matter(own, null);
        }
        InForce other = InForce.handOver(accounts.stream()
                        .filter(account -> !account.items().isEmpty())
                        .flatMap(account -> account.inForce().stream())
                        .toList())
                .orElse(null);
        return new Matter(own, other);
    }
}
