package org.quittance.collections.contact;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.ContactPolicy.ByHand;
import org.quittance.core.contact.ContactPolicy.Holidays;
import org.quittance.core.contact.Hours;
import org.quittance.core.contact.Limit;
import org.quittance.correspondence.letter.CopiesLetter;

/** A contact policy as it is kept: JSON that a person can read and a later version can still load. */
record ContactPolicyDocument(
        String callFrom,
        String callUntil,
        String messageFrom,
        String messageUntil,
        Set<DayOfWeek> days,
        Holidays holidays,
        int calls,
        int callDays,
        int messages,
        int messageDays,
        int afterConversationDays,
        ByHand byHand,
        Set<String> exemptTemplates,
        Set<String> personalSegments,
        Set<String> lawsForAll,
        int brakeTimes,
        int brakeDays,
        int brakeFree) {

    static ContactPolicyDocument of(ContactPolicy policy) {
        return new ContactPolicyDocument(
                policy.callHours().from().toString(),
                policy.callHours().until().toString(),
                policy.messageHours().from().toString(),
                policy.messageHours().until().toString(),
                policy.days().stream().collect(Collectors.toCollection(TreeSet::new)),
                policy.holidays(),
                policy.calls().most(),
                policy.calls().days(),
                policy.messages().most(),
                policy.messages().days(),
                policy.afterConversationDays(),
                policy.byHand(),
                new TreeSet<>(policy.exemptTemplates()),
                new TreeSet<>(policy.personalSegments()),
                new TreeSet<>(policy.lawsForAll()),
                policy.brake().timesUsual(),
                policy.brake().sendingDays(),
                policy.brake().freeCustomers());
    }

    /** The policy. Copies that a customer has asked for are outside it, also outside one that was kept before they could be sent. */
    ContactPolicy policy() {
        return new ContactPolicy(
                Hours.of(callFrom, callUntil),
                Hours.of(messageFrom, messageUntil),
                days,
                holidays,
                new Limit(calls, callDays),
                new Limit(messages, messageDays),
                afterConversationDays,
                byHand,
                Stream.concat(exemptTemplates.stream(), Stream.of(CopiesLetter.TEMPLATE))
                        .collect(Collectors.toSet()),
                personalSegments,
                lawsForAll,
                new Brake(brakeTimes, brakeDays, brakeFree));
    }
}
