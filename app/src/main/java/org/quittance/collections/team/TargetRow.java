package org.quittance.collections.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One row behind a figure that is held against a target.
 *
 * @param on the day on which it counts
 * @param what such as {@code Received} or {@code Call}
 * @param customerId null where others work the customer's accounts by now
 * @param entityCode of the accounts' entities; empty where others work them by now
 * @param amount that it adds to an amount; null where it adds one to a count
 */
public record TargetRow(
        LocalDate on,
        String what,
        @Nullable Long customerId,
        String customerName,
        String entityCode,
        @Nullable Money amount) {

    /** About accounts that the viewer does not see. */
    static TargetRow elsewhere(LocalDate on, String what, @Nullable Money amount) {
        return new TargetRow(on, what, null, TeamScope.ELSEWHERE, "", amount);
    }
}
