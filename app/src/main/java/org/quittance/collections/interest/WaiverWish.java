package org.quittance.collections.interest;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to give up of an account's interest and compensation.
 *
 * @param items those that it is about
 * @param amount in the scheme's currency, taken from the oldest item first; null for all that they carry
 */
public record WaiverWish(
        long account, Set<Long> items, @Nullable BigDecimal amount, String reason) {

    public WaiverWish {
        Objects.requireNonNull(reason, "reason");
        items = Set.copyOf(items);
    }
}
