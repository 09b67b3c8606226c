package org.quittance.core.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Contact;
import org.quittance.core.collections.ContactDays;

/**
 * The days on which the gate lets a customer be contacted: it is asked as it would have been asked on each of them, from the first hour of
 * the day at the customer's place on.
 */
public record GatedDays(Party party, Rulebook rulebook) implements ContactDays {

    /** Every wait is over by then, or never ends. */
    private static final int MOST_WAITS = 50;

    /** Longer than any limit counts. */
    private static final int MEMORY_DAYS = 92;

    public GatedDays {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rulebook, "rulebook");
    }

    @Override
    public Optional<LocalDate> leavesOn(Ready message, List<Contact> before) {
        Channel channel = message.action() == Action.TEXT_MESSAGE ? Channel.TEXT_MESSAGE : Channel.MESSAGE;
        Attempt.Origin origin = switch (message.execution()) {
            case AUTOMATIC -> Attempt.Origin.AUTOMATIC;
            case BY_HAND -> Attempt.Origin.BY_HAND;
        };
        return firstMoment(attempt(channel, origin), past(before, message.on()), message.on(), null)
                .map(party::dayOf);
    }

    @Override
    public boolean mayBeCalled(LocalDate day, List<Contact> before) {
        return firstMoment(attempt(Channel.CALL, Attempt.Origin.BY_HAND), past(before, day), day, day)
                .isPresent();
    }

    /** The first moment from a day on that the gate allows; none where it refuses, or the last day is over before. */
    private Optional<Instant> firstMoment(
            Attempt attempt, List<PastContact> past, LocalDate from, @Nullable LocalDate last) {
        Instant moment = Timetable.ofLaw(party.zones(), List.of()).beginning(from);
        for (int i = 0; i < MOST_WAITS; i++) {
            switch (ContactGate.ask(attempt, past, rulebook, moment)) {
                case ContactVerdict.Go _ -> {
                    return Optional.of(moment);
                }
                case ContactVerdict.Later later -> moment = later.until();
                case ContactVerdict.Refused _ -> {
                    return Optional.empty();
                }
            }
            if (last != null && party.dayOf(moment).isAfter(last)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Something is owed, and what is written says how to opt out where it must. */
    private Attempt attempt(Channel channel, Attempt.Origin origin) {
        return new Attempt(
                channel, origin, "", party, Debt.OWED, null, Set.of(), Set.of(Attempt.Notice.OPT_OUT), Set.of());
    }

    private static List<PastContact> past(List<Contact> before, LocalDate day) {
        return before.stream()
                .filter(contact -> contact.on().isAfter(day.minusDays(MEMORY_DAYS)))
                .flatMap(contact -> switch (contact.action().reach()) {
                    case WRITTEN -> Stream.of(new PastContact(PastContact.What.MESSAGE, contact.on()));
                    case SPOKEN -> Stream.of(new PastContact(PastContact.What.CONVERSATION, contact.on()));
                    case IN_PERSON, INTERNAL -> Stream.<PastContact>empty();
                })
                .toList();
    }
}
