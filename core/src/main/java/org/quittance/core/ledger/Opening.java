package org.quittance.core.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * The first entry of an item: what it was for, from which business date it counts, and when the ledger learned of it.
 *
 * <p>An invoice of 3 May that arrives with the extract of 5 May counts from 3 May and is known from 5 May. Invariant: the original
 * amount is not zero.
 *
 * @param original the signed amount that the item started with; debits are positive, credits negative
 * @param postedOn the business date from which the item belongs to the ledger
 * @param recordedAt the moment at which the ledger took it in
 */
public record Opening(ItemId item, Money original, LocalDate postedOn, Instant recordedAt) {

    public Opening {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(postedOn, "postedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (original.isZero()) {
            throw new IllegalArgumentException("Item %s opens with nothing".formatted(item));
        }
    }
}
