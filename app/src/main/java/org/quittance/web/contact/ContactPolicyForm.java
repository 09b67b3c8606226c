package org.quittance.web.contact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.ContactPolicy.ByHand;
import org.quittance.core.contact.ContactPolicy.Holidays;
import org.quittance.core.contact.Hours;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPacks;
import org.quittance.core.contact.Limit;
import org.quittance.correspondence.letter.Template;
import org.quittance.web.page.Problems;

/**
 * A version of the contact policy as typed.
 *
 * @param texts what was typed, by field
 * @param choices what was ticked, by field: days of the week, kinds of message, law packs
 */
public record ContactPolicyForm(Map<String, String> texts, Map<String, Set<String>> choices) {

    /** As long as contacts are looked back on. */
    private static final int MOST_DAYS = 92;

    /** The kinds of message that ask for no money, and so can be let out of the rules. */
    static final List<Template> EXEMPTIBLE = List.of(Template.STATEMENT, Template.PAYMENT_QUESTION);

    static final String DAYS = "days";
    static final String EXEMPT = "exempt";
    static final String LAWS = "laws";

    public ContactPolicyForm {
        texts = Map.copyOf(texts);
        choices = Map.copyOf(choices);
    }

    static ContactPolicyForm of(int after, LocalDate today, ContactPolicy policy) {
        return new ContactPolicyForm(
                Map.ofEntries(
                        Map.entry("after", Integer.toString(after)),
                        Map.entry("validFrom", today.toString()),
                        Map.entry("callFrom", policy.callHours().from().toString()),
                        Map.entry("callUntil", policy.callHours().until().toString()),
                        Map.entry("messageFrom", policy.messageHours().from().toString()),
                        Map.entry("messageUntil", policy.messageHours().until().toString()),
                        Map.entry("holidays", policy.holidays().name()),
                        Map.entry("calls", Integer.toString(policy.calls().most())),
                        Map.entry("callDays", Integer.toString(policy.calls().days())),
                        Map.entry("messages", Integer.toString(policy.messages().most())),
                        Map.entry(
                                "messageDays",
                                Integer.toString(policy.messages().days())),
                        Map.entry("afterConversationDays", Integer.toString(policy.afterConversationDays())),
                        Map.entry("byHand", policy.byHand().name()),
                        Map.entry(
                                "personalSegments",
                                policy.personalSegments().stream().sorted().collect(Collectors.joining(", "))),
                        Map.entry("brakeTimes", Integer.toString(policy.brake().timesUsual())),
                        Map.entry("brakeDays", Integer.toString(policy.brake().sendingDays())),
                        Map.entry("brakeFree", Integer.toString(policy.brake().freeCustomers())),
                        Map.entry("reason", "")),
                Map.of(
                        DAYS,
                        policy.days().stream().map(DayOfWeek::name).collect(Collectors.toSet()),
                        EXEMPT,
                        policy.exemptTemplates(),
                        LAWS,
                        policy.lawsForAll()));
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    public boolean isChosen(String field, String value) {
        return chosen(field).contains(value);
    }

    private Set<String> chosen(String field) {
        return choices.getOrDefault(field, Set.of());
    }

    /** What is wrong, by field; empty where {@link #policy} can be asked. */
    Problems problems() {
        Problems problems = Problems.none();
        if (day().isEmpty()) {
            problems = problems.and("validFrom", "Give the day from which it is valid, such as 2026-07-01.");
        }
        for (String channel : List.of("call", "message")) {
            if (hours(channel).isEmpty()) {
                problems = problems.and(channel + "From", "Give a time of the day, and a later one, such as 08:00.");
            }
        }
        if (days().isEmpty()) {
            problems = problems.and(DAYS, "Choose a day of the week at least.");
        }
        for (String field : List.of("calls", "messages", "callDays", "messageDays", "brakeDays")) {
            if (number(field, 1, MOST_DAYS).isEmpty()) {
                problems = problems.and(field, "Give 1 to %d.".formatted(MOST_DAYS));
            }
        }
        if (number("afterConversationDays", 0, MOST_DAYS).isEmpty()) {
            problems = problems.and("afterConversationDays", "Give 0 to %d days.".formatted(MOST_DAYS));
        }
        if (number("brakeTimes", 2, 100).isEmpty()) {
            problems = problems.and("brakeTimes", "Give 2 to 100.");
        }
        if (number("brakeFree", 0, 1_000_000).isEmpty()) {
            problems = problems.and("brakeFree", "Give a number of customers, 0 to 1000000.");
        }
        if (named(Holidays.values(), "holidays").isEmpty()) {
            problems = problems.and("holidays", "Choose what becomes of public holidays.");
        }
        if (named(ByHand.values(), "byHand").isEmpty()) {
            problems = problems.and("byHand", "Choose what becomes of messages that a person sends.");
        }
        return text("reason").isEmpty()
                ? problems.and("reason", "Say why the rules change; whoever asks later reads it here.")
                : problems;
    }

    int afterVersion() {
        return number("after", 0, Integer.MAX_VALUE).orElse(0);
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text("validFrom")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Asked only where there are no problems. */
    ContactPolicy policy() {
        return new ContactPolicy(
                hours("call").orElseThrow(),
                hours("message").orElseThrow(),
                days(),
                named(Holidays.values(), "holidays").orElseThrow(),
                new Limit(asked("calls"), asked("callDays")),
                new Limit(asked("messages"), asked("messageDays")),
                asked("afterConversationDays"),
                named(ByHand.values(), "byHand").orElseThrow(),
                known(EXEMPT, EXEMPTIBLE.stream().map(Template::name)),
                Arrays.stream(text("personalSegments").split(",", -1))
                        .map(String::strip)
                        .filter(segment -> !segment.isEmpty())
                        .collect(Collectors.toSet()),
                known(LAWS, LawPacks.ALL.stream().map(LawPack::code)),
                new Brake(asked("brakeTimes"), asked("brakeDays"), asked("brakeFree")));
    }

    private Set<String> known(String field, Stream<String> values) {
        return values.filter(value -> isChosen(field, value)).collect(Collectors.toSet());
    }

    private Set<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> isChosen(DAYS, day.name()))
                .collect(Collectors.toSet());
    }

    private Optional<Hours> hours(String channel) {
        try {
            LocalTime from = LocalTime.parse(text(channel + "From"));
            LocalTime until = LocalTime.parse(text(channel + "Until"));
            return from.isBefore(until) ? Optional.of(new Hours(from, until)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int asked(String field) {
        return number(field, 0, Integer.MAX_VALUE).orElseThrow();
    }

    private Optional<Integer> number(String field, int least, int most) {
        String text = text(field);
        return text.matches("[0-9]{1,7}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    private <T extends Enum<T>> Optional<T> named(T[] values, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text(field)))
                .findFirst();
    }
}
