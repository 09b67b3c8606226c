package org.quittance.core.contact;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Trait;

/**
 * When and how often a company lets its customers be contacted, whatever the law allows besides.
 *
 * @param days on which customers are contacted, as the week goes at their place
 * @param afterConversationDays for how many days there is no call after a conversation, its day the first; 0 for no rest
 * @param byHand whether e-mails that a person sends keep to hours and days as well
 * @param exemptTemplates kinds of message for which our own rules do not count: those that the customer has asked for
 * @param personalSegments the segments of customers that are persons before the law, where no trait is kept of them
 * @param lawsForAll the codes of law packs that are observed for every customer of their country
 */
public record ContactPolicy(
        Hours callHours,
        Hours messageHours,
        Set<DayOfWeek> days,
        Holidays holidays,
        Limit calls,
        Limit messages,
        int afterConversationDays,
        ByHand byHand,
        Set<String> exemptTemplates,
        Set<String> personalSegments,
        Set<String> lawsForAll,
        Brake brake) {

    /** What becomes of public holidays of the customer's country. */
    public enum Holidays {
        KEPT("Nobody is contacted"),
        IGNORED("As any other day");

        private final String label;

        Holidays(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What becomes of e-mails that a person sends out of hours. */
    public enum ByHand {
        /** It lifts the hours, and nothing else: closed weekdays and public holidays hold. */
        ANY_HOUR(
                "Leave at any hour that no law forbids, on the days above; weekends and public holidays hold as for the night"),
        /** It lifts hours, weekdays and holidays. */
        ANY_DAY("Leave at any hour of any day that no law forbids, public holidays included"),
        IN_HOURS("Wait for the hours and days, like automatic ones");

        private final String label;

        ByHand(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public ContactPolicy {
        Objects.requireNonNull(callHours, "callHours");
        Objects.requireNonNull(messageHours, "messageHours");
        Objects.requireNonNull(holidays, "holidays");
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(messages, "messages");
        Objects.requireNonNull(byHand, "byHand");
        Objects.requireNonNull(brake, "brake");
        days = Set.copyOf(days);
        exemptTemplates = Set.copyOf(exemptTemplates);
        personalSegments = Set.copyOf(personalSegments);
        lawsForAll = Set.copyOf(lawsForAll);
        if (days.isEmpty() || afterConversationDays < 0) {
            throw new IllegalArgumentException("A contact policy has a day of the week, and counts days from zero up");
        }
    }

    /**
     * Calls in office hours, automatic messages from early to late, on working days; five calls and three messages in a week; statements,
     * questions about a payment and copies that were asked for at any time.
     */
    public static ContactPolicy standard() {
        return new ContactPolicy(
                Hours.of("08:00", "18:00"),
                Hours.of("07:00", "19:00"),
                Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
                Holidays.KEPT,
                new Limit(5, 7),
                new Limit(3, 7),
                0,
                ByHand.ANY_HOUR,
                Set.of("STATEMENT", "PAYMENT_QUESTION", "INVOICE_COPIES"),
                Set.of("consumer", "sole trader", "guarantor"),
                Set.of(),
                new Brake(3, 10, 50));
    }

    /** The same, with other rules for what a person sends. */
    public ContactPolicy with(ByHand other) {
        return new ContactPolicy(
                callHours,
                messageHours,
                days,
                holidays,
                calls,
                messages,
                afterConversationDays,
                other,
                exemptTemplates,
                personalSegments,
                lawsForAll,
                brake);
    }

    /** Who a customer is before the law: by its trait, and by its segment where none is kept of it. */
    public Trait traitOf(@Nullable Trait kept, String segment) {
        if (kept != null) {
            return kept;
        }
        return personalSegments.stream().anyMatch(segment.strip()::equalsIgnoreCase) ? Trait.CONSUMER : Trait.COMPANY;
    }
}
