package org.quittance.collections.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One row behind a figure that is held against a target.
 *
 * @param on the day on which it counts
 * @param what such as {@code Received} or {@code Call}
 * @param amount that it adds to an amount; null where it adds one to a count
 */
public record TargetRow(
        LocalDate on,
        String what,
        long customerId,
        String customerName,
        String entityCode,
        @Nullable Money amount) {}
