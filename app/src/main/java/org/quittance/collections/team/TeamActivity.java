package org.quittance.collections.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has done about a customer's accounts.
 *
 * @param what such as {@code Call} or {@code Promise}
 * @param words more of it: the amount and day of a promise; may be empty
 * @param customerId null where others work the customer's accounts by now
 * @param accounts by entity and number, such as {@code GB01 10023, DE01 700}; empty where others work them by now
 */
public record TeamActivity(
        LocalDate on, String what, String words, @Nullable Long customerId, String customerName, String accounts) {

    /** About accounts that the viewer does not see. */
    static TeamActivity elsewhere(LocalDate on, String what) {
        return new TeamActivity(on, what, "", null, TeamScope.ELSEWHERE, "");
    }
}
