package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;

/**
 * Something that was said, written or done about an account.
 *
 * @param bills those that it was about
 * @param minor what was open of them then
 * @param outcome in a word or two
 * @param promised the day by which all of it was promised; null where nothing was
 */
public record PastContact(
        LocalDate day,
        DemoAccount account,
        Action action,
        List<Bill> bills,
        long minor,
        String outcome,
        String body,
        @Nullable LocalDate promised) {

    public PastContact {
        bills = List.copyOf(bills);
    }
}
