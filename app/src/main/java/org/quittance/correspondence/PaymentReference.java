package org.quittance.correspondence;

import java.util.List;
import org.quittance.core.reference.StructuredReference;

/**
 * What a letter asks to be quoted, and the items that it stands for.
 *
 * <p>Example: {@code RF42QL7000020417} for the five items of a reminder that are paid into one bank account.
 *
 * <p>Invariant: at least one item. Each item has what the letter asked for of it, which is less than what is open where the rest is promised
 * or disputed.
 *
 * @param bankAccount the IBAN, or the account number of a country without it, on which the letter asks to be paid
 * @param beside credits that the letter lists and does not take off
 */
public record PaymentReference(
        StructuredReference reference, String bankAccount, List<ListedItem> items, List<ListedItem> beside) {

    public PaymentReference {
        items = List.copyOf(items);
        beside = List.copyOf(beside);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("%s stands for nothing".formatted(reference.value()));
        }
    }
}
