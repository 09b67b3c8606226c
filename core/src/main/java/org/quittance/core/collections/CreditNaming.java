package org.quittance.core.collections;

import java.util.Objects;
import org.quittance.core.ledger.ItemId;

/**
 * That a credit says by its assignment or reference which debit of the same account and currency it is for.
 *
 * <p>Example: a credit note whose reference is INV-7, beside the open invoice INV-7.
 */
public record CreditNaming(ItemId credit, ItemId debit) {

    public CreditNaming {
        Objects.requireNonNull(credit, "credit");
        Objects.requireNonNull(debit, "debit");
    }
}
