package org.quittance.collections.team;

import java.time.LocalDate;

/**
 * Something that a person has done about an account.
 *
 * @param what such as {@code Call} or {@code Promise}
 * @param words more of it: the amount and day of a promise; may be empty
 */
public record TeamActivity(
        LocalDate on,
        String what,
        String words,
        long customerId,
        String customerName,
        String entityCode,
        String accountNumber) {}
