package org.quittance.collections.reminder;

import java.util.List;
import java.util.Map;
import org.quittance.core.contact.Channel;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;

/**
 * What sending in bulk would do now, before anybody has decided it.
 *
 * @param customers to whom a message would go
 * @param sums what the messages ask for, one for each currency
 * @param leftOut who gets none, and why
 * @param samples a few of the messages: the first, the one in the middle, the last
 */
public record BulkPreview(
        List<Long> customers,
        Map<Channel, Integer> ways,
        Map<Language, Integer> languages,
        List<Money> sums,
        List<LeftOut> leftOut,
        List<Sample> samples) {

    public BulkPreview {
        customers = List.copyOf(customers);
        sums = List.copyOf(sums);
        leftOut = List.copyOf(leftOut);
        samples = List.copyOf(samples);
    }

    /** A customer who gets none. */
    public record LeftOut(long customerId, String name, String why) {}

    /** One message as it would be. */
    public record Sample(long customerId, String name, String to, String subject, String text) {}
}
