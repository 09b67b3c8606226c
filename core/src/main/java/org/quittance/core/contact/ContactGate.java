package org.quittance.core.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.Attempt.Origin;

/**
 * Asks every rule about one attempt to contact a customer, in the order of {@link Rule}: first who has ordered or asked that there be none,
 * and whether somebody else speaks for us, then whether anything is owed, then the laws, then our own policy. The first that objects gives the answer.
 *
 * <p>Example: a call at 20:30 of the customer's place, with calls allowed until 18:00, is to be placed {@code Later}, at 08:00 of the next
 * working day there. Where the customer's time zone is not known, an hour is allowed that is allowed in every time zone of the country.
 */
public final class ContactGate {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Attempt attempt;
    private final List<PastContact> history;
    private final ContactPolicy policy;
    private final Instant moment;
    private final LocalDate today;
    private final List<LawPack> laws;
    private final boolean isExempt;
    /** What the laws leave open, and what is left of it by our policy. */
    private final Timetable lawful;

    private final Timetable later;

    private final Timetable open;

    private ContactGate(Attempt attempt, List<PastContact> history, Rulebook rulebook, Instant moment) {
        this.attempt = attempt;
        this.history = history;
        this.policy = rulebook.policy();
        this.moment = moment;
        List<ZoneId> zones = attempt.party().zones();
        this.today = Timetable.ofLaw(zones, List.of()).earliestToday(moment);
        this.laws = rulebook.bindingOn(attempt.party(), today);
        this.isExempt =
                attempt.channel().isWritten() && policy.exemptTemplates().contains(attempt.template());
        this.lawful = Timetable.ofLaw(zones, lawfulHours());
        this.open = observed(zones, keepsHours());
        this.later = observed(zones, true);
    }

    /** The answer for an attempt that is made at the moment. */
    public static ContactVerdict ask(Attempt attempt, List<PastContact> history, Rulebook rulebook, Instant moment) {
        return new ContactGate(attempt, history, rulebook, moment)
                .objections()
                .filter(objection -> !attempt.waived().contains(objection.rule()))
                .findFirst()
                .map(Objection::verdict)
                .orElseGet(ContactVerdict.Go::new);
    }

    private record Objection(Rule rule, ContactVerdict verdict) {}

    private Stream<Objection> objections() {
        return Stream.of(ordered(), handedOver(), byDebt(), byLaw(), byPolicy()).flatMap(List::stream);
    }

    private List<Objection> ordered() {
        List<Objection> found = new ArrayList<>();
        if (attempt.party().block() != null) {
            found.add(never(
                    Rule.DO_NOT_CONTACT,
                    "The customer is not to be contacted: " + attempt.party().block()));
        }
        if (attempt.party().askedNot() != null) {
            found.add(never(
                    Rule.PERSON_ASKED_NOT, attempt.party().askedNot() + " has asked not to be written to or called"));
        }
        consent()
                .filter(last -> last.word() == Consent.Word.WITHDRAWN)
                .map(this::withdrawn)
                .ifPresent(found::add);
        return found;
    }

    /**
     * The last word of the person about the medium of the attempt: on the day that has begun first anywhere, for whoever notes it may be
     * a day ahead of the customer's place.
     */
    private Optional<Consent> consent() {
        return medium().flatMap(medium -> Consent.latest(
                attempt.party().addressee().consents(),
                medium,
                moment.atOffset(ZoneOffset.MAX).toLocalDate()));
    }

    /** None for a letter: nobody consents to paper. */
    private Optional<Medium> medium() {
        return switch (attempt.channel()) {
            case CALL -> Optional.of(Medium.CALL);
            case MESSAGE -> Optional.of(Medium.E_MAIL);
            case TEXT_MESSAGE -> Optional.of(Medium.TEXT_MESSAGE);
            case LETTER -> Optional.empty();
        };
    }

    private boolean isElectronic() {
        return attempt.channel() == Channel.MESSAGE || attempt.channel() == Channel.TEXT_MESSAGE;
    }

    private Objection withdrawn(Consent last) {
        return never(
                Rule.CONSENT_WITHDRAWN,
                "%s has said on %s that they do not want to %s any more: %s"
                        .formatted(
                                attempt.party().addressee().name(),
                                Sentences.day(last.on()),
                                last.medium().passive(),
                                last.how()));
    }

    /** What a person sends because the customer has asked for it, such as a statement, may still go. */
    private List<Objection> handedOver() {
        InForce inForce = attempt.handedOver();
        if (inForce == null || (isExempt && attempt.origin() == Origin.BY_HAND)) {
            return List.of();
        }
        Rule rule = inForce.path() == EscalationPath.LEGAL ? Rule.WITH_LAWYER : Rule.WITH_AGENCY;
        return List.of(never(rule, inForce.sentence() + ": nobody of us writes or calls until that is lifted"));
    }

    private List<Objection> byDebt() {
        String why = attempt.debt().sentence();
        return switch (attempt.debt()) {
            case OWED -> List.of();
            case PAID -> List.of(never(Rule.PAID, why));
            case PROMISED -> List.of(never(Rule.PROMISED, why));
            case DISPUTED -> List.of(never(Rule.DISPUTED, why));
            case GIVEN_UP -> List.of(never(Rule.GIVEN_UP, why));
        };
    }

    private List<Objection> byLaw() {
        return laws.stream()
                .flatMap(law -> law.rulesOn(today).stream().flatMap(rule -> objection(law, rule).stream()))
                .sorted(Comparator.comparing(Objection::rule))
                .toList();
    }

    private Optional<Objection> objection(LawPack law, LawRule rule) {
        String named = "%s (%s)".formatted(law.name(), rule.provision().source());
        return switch (rule) {
            case LawRule.InHours inHours ->
                inHours.channels().contains(attempt.channel())
                        ? outOfLawfulHours(inHours.hours(), named + " allows contact")
                        : Optional.empty();
            case LawRule.ReasonableTimes _ ->
                attempt.channel() == Channel.LETTER
                        ? Optional.empty()
                        : outOfLawfulHours(
                                policyHours(), named + " forbids contact at unreasonable times, and our rules want it");
            case LawRule.Calls calls ->
                isUnderLawOfCalls(law) ? tooManyCalls(law, calls.limit(), named) : Optional.empty();
            case LawRule.RestAfterConversation rest ->
                isUnderLawOfCalls(law)
                        ? rested(rest.days(), Rule.LAW_CONVERSATION, named + " wants")
                        : Optional.empty();
            case LawRule.PriorConsent _ -> Optional.empty();
            case LawRule.OptOutInMessages _ ->
                isElectronic() && !attempt.notices().contains(Attempt.Notice.OPT_OUT)
                        ? Optional.of(never(
                                Rule.LAW_OPT_OUT,
                                "%s wants each message to say how to opt out of more, and this one does not. %s"
                                        .formatted(
                                                named,
                                                attempt.channel() == Channel.TEXT_MESSAGE
                                                        ? "Name the word STOP in the company's own text for it"
                                                        : "Write it again")))
                        : Optional.empty();
            case LawRule.NoTextMessages _ ->
                attempt.channel() == Channel.TEXT_MESSAGE
                        ? Optional.of(
                                never(
                                        Rule.LAW_TEXT_MESSAGES,
                                        named
                                                + " forbids what costs the person something, as a text message may. Write an e-mail or a letter"))
                        : Optional.empty();
            case LawRule.NoEmployersAddress _ ->
                isToAnEmployersAddress()
                        ? Optional.of(never(
                                Rule.LAW_EMPLOYER,
                                named
                                        + " forbids e-mail to an address that the employer has given. Note the person's consent, or "
                                        + "enter an address of their own"))
                        : Optional.empty();
        };
    }

    private Optional<Objection> outOfLawfulHours(Hours hours, String who) {
        return lawful.firstPlace(moment, local -> !hours.contain(local.toLocalTime()))
                .map(local -> later(
                        Rule.LAW_HOURS,
                        moment,
                        "%s %s at the customer's place, and %s".formatted(who, hours.sentence(), itIs(local))));
    }

    private List<Hours> lawfulHours() {
        return laws.stream()
                .flatMap(law -> law.rulesOn(today).stream())
                .flatMap(rule -> switch (rule) {
                    case LawRule.InHours inHours ->
                        inHours.channels().contains(attempt.channel()) ? Stream.of(inHours.hours()) : Stream.of();
                    case LawRule.ReasonableTimes _ ->
                        attempt.channel() == Channel.LETTER ? Stream.of() : Stream.of(policyHours());
                    case LawRule.Calls _,
                            LawRule.RestAfterConversation _,
                            LawRule.PriorConsent _,
                            LawRule.OptOutInMessages _,
                            LawRule.NoTextMessages _,
                            LawRule.NoEmployersAddress _ -> Stream.<Hours>of();
                })
                .toList();
    }

    private boolean isToAnEmployersAddress() {
        return attempt.channel() == Channel.MESSAGE
                && attempt.party().addressee().address() == Addressee.Address.EMPLOYERS
                && consent().isEmpty();
    }

    /** A call that the person has consented to counts for none of the rules about calls, as far as the law itself leaves it out. */
    private boolean isUnderLawOfCalls(LawPack law) {
        return attempt.channel() == Channel.CALL && !isConsented(law, today, today.plusDays(1));
    }

    /**
     * Whether a call of a day was placed with the person's prior consent, as the law counts it.
     *
     * @param talkedBefore a conversation after the consent and before this day has ended it
     */
    private boolean isConsented(LawPack law, LocalDate day, LocalDate talkedBefore) {
        List<Consent> consents = attempt.party().addressee().consents();
        return law.rulesOn(today).stream()
                .filter(LawRule.PriorConsent.class::isInstance)
                .map(LawRule.PriorConsent.class::cast)
                .anyMatch(rule -> Consent.latest(consents, Medium.CALL, day)
                        .filter(last -> last.word() == Consent.Word.GIVEN)
                        .filter(last -> day.isBefore(last.on().plusDays(rule.days())))
                        .filter(last -> history.stream()
                                .filter(PastContact::isConversation)
                                .noneMatch(past -> past.on().isAfter(last.on())
                                        && past.on().isBefore(talkedBefore)))
                        .isPresent());
    }

    private boolean isLeftOut(LawPack law, PastContact past) {
        Long person = attempt.party().addressee().person();
        return person != null && past.isWith(person) && isConsented(law, past.on(), past.on());
    }

    private Optional<Objection> tooManyCalls(LawPack law, Limit limit, String named) {
        List<PastContact> counted =
                history.stream().filter(past -> !isLeftOut(law, past)).toList();
        return mostOfAnyDebt(counted, limit)
                .map(free -> laterOn(
                        Rule.LAW_CALLS,
                        free,
                        "%s allows %s about one debt, and so many calls have been placed"
                                .formatted(named, limit.sentence())));
    }

    /** The day on which the law allows another call about each of the debts. */
    private Optional<LocalDate> mostOfAnyDebt(List<PastContact> counted, Limit limit) {
        Stream<List<LocalDate>> callsByDebt = attempt.debts().isEmpty()
                ? Stream.of(placed(counted.stream()))
                : attempt.debts().stream().map(debt -> placed(counted.stream().filter(past -> past.isAbout(debt))));
        return callsByDebt.flatMap(calls -> limit.freeOn(calls, today).stream()).max(LocalDate::compareTo);
    }

    private List<Objection> byPolicy() {
        if (isExempt) {
            return List.of();
        }
        List<Objection> found = new ArrayList<>();
        if (keepsDays()) {
            found.addAll(outOfDays());
        }
        if (keepsHours()) {
            outOfHours().ifPresent(found::add);
        }
        switch (attempt.channel()) {
            case CALL -> {
                policy.calls()
                        .freeOn(placed(history.stream()), today)
                        .map(free -> laterOn(
                                Rule.TOO_MANY_CALLS,
                                free,
                                "We call a customer at most %s"
                                        .formatted(policy.calls().sentence())))
                        .ifPresent(found::add);
                rested(policy.afterConversationDays(), Rule.AFTER_CONVERSATION, "Our policy wants")
                        .ifPresent(found::add);
            }
            case MESSAGE, TEXT_MESSAGE, LETTER -> {
                new Limit(1, 1)
                        .freeOn(messages(), today)
                        .map(free -> laterOn(
                                Rule.ONE_MESSAGE, free, "The customer has had a message today, and gets one a day"))
                        .ifPresent(found::add);
                policy.messages()
                        .freeOn(messages(), today)
                        .map(free -> laterOn(
                                Rule.TOO_MANY_MESSAGES,
                                free,
                                "We write to a customer at most %s"
                                        .formatted(policy.messages().sentence())))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean keepsHours() {
        return switch (attempt.channel()) {
            case CALL, TEXT_MESSAGE -> true;
            case LETTER -> false;
            case MESSAGE ->
                switch (policy.byHand()) {
                    case IN_HOURS -> true;
                    case ANY_HOUR, ANY_DAY -> attempt.origin() == Origin.AUTOMATIC;
                };
        };
    }

    private boolean keepsDays() {
        return switch (attempt.channel()) {
            case CALL, TEXT_MESSAGE -> true;
            case LETTER -> false;
            case MESSAGE ->
                switch (policy.byHand()) {
                    case IN_HOURS, ANY_HOUR -> true;
                    case ANY_DAY -> attempt.origin() == Origin.AUTOMATIC;
                };
        };
    }

    private List<Objection> outOfDays() {
        List<Objection> found = new ArrayList<>();
        outOfHours(Rule.WEEKDAY, open::isClosedWeekday, "Customers are contacted on %s".formatted(names(policy.days())))
                .ifPresent(found::add);
        open.firstPlace(moment, open::isHoliday)
                .map(local -> later(
                        Rule.HOLIDAY,
                        moment,
                        "It is a public holiday at the customer's place: %s"
                                .formatted(open.holiday(local.toLocalDate()).orElseThrow())))
                .ifPresent(found::add);
        return found;
    }

    private Optional<Objection> outOfHours() {
        Hours hours = policyHours();
        return outOfHours(
                Rule.QUIET_HOURS,
                local -> !hours.contain(local.toLocalTime()),
                "%s are made %s at the customer's place"
                        .formatted(
                                switch (attempt.channel()) {
                                    case CALL -> "Calls";
                                    case MESSAGE -> "Messages";
                                    case TEXT_MESSAGE -> "Text messages";
                                    case LETTER -> "Letters";
                                },
                                hours.sentence()));
    }

    private Optional<Objection> outOfHours(Rule rule, Predicate<ZonedDateTime> isClosed, String what) {
        return open.firstPlace(moment, isClosed).map(local -> later(rule, moment, what + ", and " + itIs(local)));
    }

    /**
     * What is put off opens in the company's hours, also where a person may send at any other: they chose the hour that was refused, not midnight.
     */
    private Timetable observed(List<ZoneId> zones, boolean inHours) {
        if (isExempt || !keepsDays()) {
            return lawful;
        }
        return new Timetable(
                zones,
                Stream.concat(lawfulHours().stream(), inHours ? Stream.of(policyHours()) : Stream.of())
                        .toList(),
                policy.days(),
                switch (policy.holidays()) {
                    case KEPT -> attempt.party().country();
                    case IGNORED -> null;
                });
    }

    private Hours policyHours() {
        return switch (attempt.channel()) {
            case CALL -> policy.callHours();
            case MESSAGE, TEXT_MESSAGE, LETTER -> policy.messageHours();
        };
    }

    /** No call for so many days after a conversation, whose own day is the first of them. */
    private Optional<Objection> rested(int days, Rule rule, String whoWants) {
        return history.stream()
                .filter(PastContact::isConversation)
                .filter(past ->
                        attempt.debts().isEmpty() || attempt.debts().stream().anyMatch(past::isAbout))
                .map(PastContact::on)
                .max(LocalDate::compareTo)
                .filter(last -> today.isBefore(last.plusDays(days)))
                .map(last -> laterOn(
                        rule,
                        last.plusDays(days),
                        "%s %d days of rest after a conversation, and the last was on %s"
                                .formatted(whoWants, days, Sentences.day(last))));
    }

    private static List<LocalDate> placed(Stream<PastContact> contacts) {
        return contacts.filter(PastContact::isCallOfOurs).map(PastContact::on).toList();
    }

    private List<LocalDate> messages() {
        return history.stream()
                .filter(past -> past.what() == PastContact.What.MESSAGE)
                .map(PastContact::on)
                .toList();
    }

    private static Objection never(Rule rule, String why) {
        return new Objection(rule, new ContactVerdict.Refused(rule, why));
    }

    private Objection laterOn(Rule rule, LocalDate day, String why) {
        return later(rule, later.beginning(day), why);
    }

    /** A wait without an end is a refusal that says what would end it. */
    private Objection later(Rule rule, Instant notBefore, String why) {
        return new Objection(
                rule,
                later.opening(notBefore)
                        .<ContactVerdict>map(until -> new ContactVerdict.Later(until, rule, why))
                        .orElseGet(() -> new ContactVerdict.Refused(
                                rule,
                                why + ". There is no hour that is allowed in every time zone of the country: enter the "
                                        + "customer's")));
    }

    /** {@code it is Friday 20:30 there (Europe/London)}. */
    private static String itIs(ZonedDateTime local) {
        return "it is %s %s there (%s)".formatted(name(local.getDayOfWeek()), TIME.format(local), local.getZone());
    }

    private static String names(Set<DayOfWeek> days) {
        return EnumSet.copyOf(days).stream().map(ContactGate::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
