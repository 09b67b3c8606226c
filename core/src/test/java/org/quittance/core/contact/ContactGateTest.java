package org.quittance.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.core.contact.PastContact.What.CALL;
import static org.quittance.core.contact.PastContact.What.CALLED_US;
import static org.quittance.core.contact.PastContact.What.CONVERSATION;
import static org.quittance.core.contact.PastContact.What.MESSAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.contact.Attempt.Notice;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.contact.ContactPolicy.ByHand;
import org.quittance.core.ledger.Trait;

/** The gate, rule by rule in the order in which they are asked. */
class ContactGateTest {

    private static final ContactPolicy STANDARD = ContactPolicy.standard();
    /** A Monday; 10:00 in London. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void whateverNoRuleObjectsToGoes() {
        assertThat(ask(call(british()), List.of(), MONDAY)).isEqualTo(new ContactVerdict.Go());
        assertThat(ask(notice(british(), Origin.AUTOMATIC), List.of(), MONDAY)).isEqualTo(new ContactVerdict.Go());
    }

    @Test
    void ofAllThatObjectsTheFirstRuleInTheirOrderAnswers() {
        Party everything = party("US", ZoneId.of("America/New_York"), Trait.CONSUMER, "insolvent", "Ada Blum");
        Instant saturdayNight = Instant.parse("2026-03-08T03:30:00Z");
        List<PastContact> history = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            history.add(new PastContact(CONVERSATION, LocalDate.parse("2026-03-07")));
        }
        List<Rule> met = new ArrayList<>();
        met.add(rule(ask(call(everything), history, saturdayNight)));
        Party unblocked = party("US", everything.zone(), Trait.CONSUMER, null, "Ada Blum");
        met.add(rule(ask(call(unblocked), history, saturdayNight)));
        Party willing = party("US", everything.zone(), Trait.CONSUMER, null, null);
        for (Debt debt : List.of(Debt.PAID, Debt.PROMISED, Debt.DISPUTED, Debt.OWED)) {
            met.add(rule(ask(call(willing, debt, Set.of()), history, saturdayNight)));
        }
        Instant saturdayNoon = Instant.parse("2026-03-07T17:00:00Z");
        met.add(rule(ask(call(willing), history, saturdayNoon)));
        met.add(rule(ask(call(willing), history.subList(0, 1), saturdayNoon)));
        Party company = party("US", everything.zone(), Trait.COMPANY, null, null);
        met.add(rule(ask(call(company), history, saturdayNoon)));
        met.add(rule(ask(call(company), history, Instant.parse("2026-05-25T23:00:00Z"))));
        met.add(rule(ask(call(company), history, Instant.parse("2026-03-09T23:00:00Z"))));
        met.add(rule(ask(call(company), history, Instant.parse("2026-03-09T17:00:00Z"))));
        assertThat(met)
                .containsExactly(
                        Rule.DO_NOT_CONTACT,
                        Rule.PERSON_ASKED_NOT,
                        Rule.PAID,
                        Rule.PROMISED,
                        Rule.DISPUTED,
                        Rule.LAW_HOURS,
                        Rule.LAW_CALLS,
                        Rule.LAW_CONVERSATION,
                        Rule.WEEKDAY,
                        Rule.HOLIDAY,
                        Rule.QUIET_HOURS,
                        Rule.TOO_MANY_CALLS);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Half past eight in the evening, and the minutes around the edges of the day.
                "2026-03-02T20:30:00Z | Europe/London    | quiet-hours | 2026-03-03T08:00:00Z",
                "2026-03-02T19:30:00Z | Europe/Berlin    | quiet-hours | 2026-03-03T07:00:00Z",
                "2026-03-02T07:59:59Z | Europe/London    | quiet-hours | 2026-03-02T08:00:00Z",
                "2026-03-02T08:00:00Z | Europe/London    | go          |",
                "2026-03-02T17:59:59Z | Europe/London    | go          |",
                "2026-03-02T18:00:00Z | Europe/London    | quiet-hours | 2026-03-03T08:00:00Z",
                // Noon here is the small hours there.
                "2026-03-02T12:00:00Z | America/New_York | quiet-hours | 2026-03-02T13:00:00Z",
                "2026-03-02T10:00:00Z | Asia/Tokyo       | quiet-hours | 2026-03-02T23:00:00Z",
                // The Friday before the clocks go forward, and the Monday after.
                "2026-03-27T07:30:00Z | Europe/London    | quiet-hours | 2026-03-27T08:00:00Z",
                "2026-03-30T07:30:00Z | Europe/London    | go          |",
                "2026-03-28T12:00:00Z | Europe/London    | weekday     | 2026-03-30T07:00:00Z",
                // Good Friday in London: Saturday, Sunday and Easter Monday follow.
                "2026-04-03T10:00:00Z | Europe/London    | holiday     | 2026-04-07T07:00:00Z",
            })
    void aCallIsPlacedInTheHoursOfTheCustomersOwnPlace(
            Instant moment, String zone, String rule, @Nullable Instant until) {
        Party party = party("GB", ZoneId.of(zone), Trait.COMPANY, null, null);
        assertAnswer(ask(call(party), List.of(), moment), rule, until);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Eight in New York is three in the night in Honolulu, and six in the evening there is one in the
                // afternoon in Honolulu.
                "2026-03-02T14:00:00Z | US | quiet-hours | 2026-03-02T18:00:00Z",
                "2026-03-02T18:00:00Z | US | go          |",
                "2026-03-02T22:59:00Z | US | go          |",
                "2026-03-02T23:00:00Z | US | quiet-hours | 2026-03-03T18:00:00Z",
                "2026-03-02T10:00:00Z | ZZ | go          |",
            })
    void withoutATimeZoneAnHourIsAllowedThatIsAllowedAllOverTheCountry(
            Instant moment, String country, String rule, @Nullable Instant until) {
        Party party = party(country, null, Trait.COMPANY, null, null);
        assertAnswer(ask(call(party), List.of(), moment), rule, until);
    }

    @Test
    void aCountryTooWideForOneWorkingDayAsksForTheCustomersTimeZone() {
        Party russian = party("RU", null, Trait.COMPANY, null, null);
        assertThat(ask(call(russian), List.of(), MONDAY))
                .isInstanceOfSatisfying(
                        ContactVerdict.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("in every time zone of the country: enter the customer's"));
    }

    @ParameterizedTest(name = "{0} calls, the first {1} days ago: {2} until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 6 | go        |",
                "7 | 6 | law-calls | 2026-03-03T13:00:00Z",
                "7 | 7 | go        |",
                "8 | 6 | law-calls | 2026-03-03T13:00:00Z",
                "8 | 3 | law-calls | 2026-03-06T13:00:00Z",
            })
    void theSeventhCallInSevenDaysIsTheLastThatRegulationFAllows(
            int calls, int daysAgo, String rule, @Nullable Instant until) {
        List<PastContact> history = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            history.add(new PastContact(
                    CALL, TODAY.minusDays(Math.max(daysAgo - (i > 1 ? 1 : 0), 0)), Set.of(1L), null));
        }
        ContactPolicy patient = withCalls(new Limit(100, 7));
        ContactVerdict verdict = ContactGate.ask(
                call(consumer(), Debt.OWED, Set.of(1L)),
                history,
                Rulebook.of(patient),
                Instant.parse("2026-03-02T17:00:00Z"));
        assertAnswer(verdict, rule, until);
    }

    @Test
    void aCallAboutTwoDebtsCountsOnceForEachAndForNoOther() {
        List<PastContact> seven = Stream.generate(() -> new PastContact(CALL, TODAY, Set.of(1L, 2L), null))
                .limit(7)
                .toList();
        Rulebook patient = Rulebook.of(withCalls(new Limit(100, 7)));
        Instant noon = Instant.parse("2026-03-02T17:00:00Z");
        Attempt aboutBoth = call(consumer(), Debt.OWED, Set.of(1L, 2L));
        assertThat(ContactGate.ask(aboutBoth, seven.subList(0, 6), patient, noon))
                .isEqualTo(new ContactVerdict.Go());
        assertThat(rule(ContactGate.ask(aboutBoth, seven, patient, noon))).isEqualTo(Rule.LAW_CALLS);
        assertThat(ContactGate.ask(call(consumer(), Debt.OWED, Set.of(3L)), seven, patient, noon))
                .isEqualTo(new ContactVerdict.Go());
    }

    @Test
    void theLawCountsTheCallsAboutOneDebtAndOurPolicyThoseToTheCustomer() {
        List<PastContact> history = Stream.concat(
                        Stream.generate(() -> new PastContact(CALL, TODAY, Set.of(1L), null))
                                .limit(4),
                        Stream.generate(() -> new PastContact(CALL, TODAY, Set.of(2L), null))
                                .limit(4))
                .toList();
        Instant noon = Instant.parse("2026-03-02T17:00:00Z");
        Attempt aboutBoth = call(consumer(), Debt.OWED, Set.of(1L, 2L));
        assertThat(ContactGate.ask(aboutBoth, history, Rulebook.of(withCalls(new Limit(100, 7))), noon))
                .isEqualTo(new ContactVerdict.Go());
        assertThat(rule(ContactGate.ask(aboutBoth, history, Rulebook.of(STANDARD), noon)))
                .isEqualTo(Rule.TOO_MANY_CALLS);
    }

    @ParameterizedTest(name = "{0} {1} days ago: {2} until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CONVERSATION | 0 | law-conversation | 2026-03-09T12:00:00Z",
                "CALLED_US    | 6 | law-conversation | 2026-03-03T13:00:00Z",
                "CONVERSATION | 7 | go               |",
                "CALL         | 0 | go               |",
            })
    void afterAConversationRegulationFWantsSevenDaysOfRestTheDayItselfIncluded(
            PastContact.What what, int daysAgo, String rule, @Nullable Instant until) {
        assertAnswer(
                ask(
                        call(consumer(), Debt.OWED, Set.of(1L)),
                        List.of(new PastContact(what, TODAY.minusDays(daysAgo))),
                        Instant.parse("2026-03-02T17:00:00Z")),
                rule,
                until);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPANY  | 2026-03-03T02:30:00Z | go",
                "CONSUMER | 2026-03-03T01:59:00Z | go",
                "CONSUMER | 2026-03-03T02:00:00Z | law-hours",
                "CONSUMER | 2026-03-03T12:59:00Z | law-hours",
                "CONSUMER | 2026-03-03T13:00:00Z | go",
                "CONSUMER | 2021-11-24T02:30:00Z | go",
            })
    void noMessageReachesAConsumerAtNightEvenIfAPersonSendsIt(Trait trait, Instant moment, String rule) {
        Party party = party("US", ZoneId.of("America/New_York"), trait, null, null);
        ContactVerdict verdict = ask(notice(party, Origin.BY_HAND), List.of(), moment);
        assertThat(verdict instanceof ContactVerdict.Go ? "go" : rule(verdict).code())
                .isEqualTo(rule);
    }

    @Test
    void aPolicyCanObserveALawForEveryCustomerOfItsCountry() {
        Party company = party("US", ZoneId.of("America/New_York"), Trait.COMPANY, null, null);
        ContactPolicy strict = with(STANDARD.byHand(), Set.of("us-reg-f"));
        Instant night = Instant.parse("2026-03-03T02:30:00Z");
        assertThat(rule(ContactGate.ask(notice(company, Origin.BY_HAND), List.of(), Rulebook.of(strict), night)))
                .isEqualTo(Rule.LAW_HOURS);
    }

    @Test
    void messagesOfAPersonKeepHoursWhereThePolicySaysSo() {
        Instant night = Instant.parse("2026-03-02T22:00:00Z");
        Attempt byHand = notice(british(), Origin.BY_HAND);
        assertThat(ask(byHand, List.of(), night)).isEqualTo(new ContactVerdict.Go());
        assertThat(rule(ask(notice(british(), Origin.AUTOMATIC), List.of(), night)))
                .isEqualTo(Rule.QUIET_HOURS);
        assertThat(rule(ContactGate.ask(byHand, List.of(), Rulebook.of(with(ByHand.IN_HOURS, Set.of())), night)))
                .isEqualTo(Rule.QUIET_HOURS);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_HOURS | 2026-12-25T21:00:00Z | holiday     | 2026-12-29T07:00:00Z",
                "ANY_HOUR | 2026-12-25T21:00:00Z | holiday     | 2026-12-29T07:00:00Z",
                "ANY_DAY  | 2026-12-25T21:00:00Z | go          |",
                "ANY_HOUR | 2026-03-07T12:00:00Z | weekday     | 2026-03-09T07:00:00Z",
                "ANY_DAY  | 2026-03-07T12:00:00Z | go          |",
                "ANY_HOUR | 2026-03-02T22:00:00Z | go          |",
                "IN_HOURS | 2026-03-02T22:00:00Z | quiet-hours | 2026-03-03T07:00:00Z",
            })
    void liftingTheHoursLiftsNeitherWeekendsNorPublicHolidays(
            ByHand byHand, Instant moment, String rule, @Nullable Instant until) {
        ContactVerdict verdict = ContactGate.ask(
                notice(british(), Origin.BY_HAND), List.of(), Rulebook.of(STANDARD.with(byHand)), moment);
        if (until == null) {
            assertThat(verdict).isEqualTo(new ContactVerdict.Go());
        } else {
            assertThat(verdict).isInstanceOfSatisfying(ContactVerdict.Later.class, later -> {
                assertThat(later.rule().code()).isEqualTo(rule);
                assertThat(later.until()).isEqualTo(until);
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2026-12-25T21:00:00Z", "2026-03-07T03:00:00Z"})
    void aLetterOnPaperKeepsNeitherHoursNorDaysAndCountsAsAMessage(Instant moment) {
        Attempt letter = new Attempt(
                Channel.LETTER, Origin.AUTOMATIC, "NOTICE_1", british(), Debt.OWED, null, Set.of(), Set.of(), Set.of());
        assertThat(ask(letter, List.of(), moment)).isEqualTo(new ContactVerdict.Go());
        PastContact today = new PastContact(
                PastContact.What.MESSAGE,
                moment.atZone(ZoneId.of("Europe/London")).toLocalDate());
        assertThat(rule(ask(letter, List.of(today), moment))).isEqualTo(Rule.ONE_MESSAGE);
    }

    @ParameterizedTest(name = "{0}, messages {1} days ago: {2} until {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTICE_1  | 1     | go                |",
                "NOTICE_1  | 0     | one-message       | 2026-03-03T07:00:00Z",
                "NOTICE_1  | 1 2   | go                |",
                "NOTICE_1  | 1 2 6 | too-many-messages | 2026-03-03T07:00:00Z",
                "NOTICE_1  | 1 2 3 | too-many-messages | 2026-03-06T07:00:00Z",
                "NOTICE_1  | 1 2 7 | go                |",
                "STATEMENT | 0 1 2 | go                |",
            })
    void aCustomerGetsOneMessageADayAndThreeInAWeekUnlessItHasAskedForOne(
            String template, String daysAgo, String rule, @Nullable Instant until) {
        List<PastContact> history = Stream.of(daysAgo.split(" "))
                .map(days -> new PastContact(MESSAGE, TODAY.minusDays(Long.parseLong(days))))
                .toList();
        Attempt message = new Attempt(
                Channel.MESSAGE,
                Origin.AUTOMATIC,
                template,
                british(),
                Debt.OWED,
                null,
                Set.of(),
                Set.of(Notice.OPT_OUT),
                Set.of());
        assertAnswer(ask(message, history, MONDAY), rule, until);
    }

    @ParameterizedTest(name = "{0}, {1} {2}: {3}")
    @CsvSource({
        "OUTSIDE_AGENCY, BY_HAND,   NOTICE_1,         with-agency",
        "OUTSIDE_AGENCY, AUTOMATIC, REMINDER,         with-agency",
        "LEGAL,          BY_HAND,   NOTICE_3,         with-lawyer",
        "LEGAL,          AUTOMATIC, STATEMENT,        with-lawyer",
        "LEGAL,          BY_HAND,   STATEMENT,        go",
        "OUTSIDE_AGENCY, BY_HAND,   PAYMENT_QUESTION, go",
    })
    void whileSomebodyElseSpeaksForUsOnlyWhatTheCustomerAskedForGoes(
            EscalationPath path, Origin origin, String template, String rule) {
        InForce inForce = new InForce(path, LocalDate.parse("2026-02-03"));
        Attempt message = new Attempt(
                Channel.MESSAGE,
                origin,
                template,
                british(),
                Debt.OWED,
                inForce,
                Set.of(),
                Set.of(Notice.OPT_OUT),
                Set.of());
        ContactVerdict answer = ask(message, List.of(), MONDAY);
        if (rule.equals("go")) {
            assertThat(answer).isEqualTo(new ContactVerdict.Go());
        } else {
            assertThat(rule(answer).code()).isEqualTo(rule);
        }
    }

    @Test
    void theRefusalSaysSinceWhenSomebodyElseSpeaks() {
        InForce agency = new InForce(EscalationPath.OUTSIDE_AGENCY, LocalDate.parse("2026-02-03"));
        Attempt call = new Attempt(
                Channel.CALL,
                Origin.BY_HAND,
                "",
                british(),
                Debt.PROMISED,
                agency,
                Set.of(),
                Set.of(Notice.OPT_OUT),
                Set.of());
        assertThat(ask(call, List.of(), MONDAY))
                .isEqualTo(new ContactVerdict.Refused(
                        Rule.WITH_AGENCY,
                        "With the agency since 3 February 2026: nobody of us writes or calls until that is lifted"));
        assertThatThrownBy(() -> new Attempt(
                        Channel.CALL,
                        Origin.BY_HAND,
                        "",
                        british(),
                        Debt.OWED,
                        new InForce(EscalationPath.CREDIT_HOLD, TODAY),
                        Set.of(),
                        Set.of(Notice.OPT_OUT),
                        Set.of()))
                .hasMessageContaining("On credit hold");
    }

    @Test
    void aWaivedRuleDoesNotSilenceTheNext() {
        Instant evening = Instant.parse("2026-03-02T20:30:00Z");
        List<PastContact> often =
                Stream.generate(() -> new PastContact(CALL, TODAY)).limit(5).toList();
        Attempt waived = new Attempt(
                Channel.CALL,
                Origin.BY_HAND,
                "",
                british(),
                Debt.OWED,
                null,
                Set.of(),
                Set.of(Notice.OPT_OUT),
                Set.of(Rule.QUIET_HOURS));
        assertThat(ask(waived, List.of(), evening)).isEqualTo(new ContactVerdict.Go());
        assertThat(rule(ask(waived, often, evening))).isEqualTo(Rule.TOO_MANY_CALLS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {
                "DO_NOT_CONTACT",
                "PERSON_ASKED_NOT",
                "CONSENT_WITHDRAWN",
                "WITH_LAWYER",
                "WITH_AGENCY",
                "LAW_HOURS",
                "LAW_CALLS",
                "LAW_CONVERSATION",
                "LAW_OPT_OUT",
                "LAW_EMPLOYER"
            })
    void nobodySetsALawOrAnOrderAside(Rule rule) {
        assertThatThrownBy(() -> new Attempt(
                        Channel.CALL,
                        Origin.BY_HAND,
                        "",
                        british(),
                        Debt.OWED,
                        null,
                        Set.of(),
                        Set.of(Notice.OPT_OUT),
                        Set.of(rule)))
                .hasMessageContaining(rule.code());
    }

    @Test
    void aRestOfOurOwnCountsFromTheConversationOn() {
        ContactPolicy resting = new ContactPolicy(
                STANDARD.callHours(),
                STANDARD.messageHours(),
                STANDARD.days(),
                STANDARD.holidays(),
                STANDARD.calls(),
                STANDARD.messages(),
                2,
                STANDARD.byHand(),
                STANDARD.exemptTemplates(),
                STANDARD.personalSegments(),
                STANDARD.lawsForAll(),
                STANDARD.brake());
        ContactVerdict verdict = ContactGate.ask(
                call(british()), List.of(new PastContact(CALLED_US, TODAY)), Rulebook.of(resting), MONDAY);
        assertAnswer(verdict, "after-conversation", Instant.parse("2026-03-04T08:00:00Z"));
    }

    private static void assertAnswer(ContactVerdict verdict, String rule, @Nullable Instant until) {
        if (rule.equals("go")) {
            assertThat(verdict).isEqualTo(new ContactVerdict.Go());
        } else {
            assertThat(verdict).isInstanceOfSatisfying(ContactVerdict.Later.class, later -> {
                assertThat(later.rule().code()).isEqualTo(rule);
                assertThat(later.until()).isEqualTo(until);
            });
        }
    }

    private static ContactVerdict ask(Attempt attempt, List<PastContact> history, Instant moment) {
        return ContactGate.ask(attempt, history, Rulebook.of(STANDARD), moment);
    }

    private static Rule rule(ContactVerdict verdict) {
        return switch (verdict) {
            case ContactVerdict.Later later -> later.rule();
            case ContactVerdict.Refused refused -> refused.rule();
            case ContactVerdict.Go _ -> throw new AssertionError("nothing objects");
        };
    }

    private static Party party(
            String country, @Nullable ZoneId zone, Trait trait, @Nullable String block, @Nullable String askedNot) {
        return new Party(country, "", zone, trait, block, askedNot, Addressee.UNKNOWN);
    }

    private static Party british() {
        return party("GB", ZoneId.of("Europe/London"), Trait.COMPANY, null, null);
    }

    private static Party consumer() {
        return party("US", ZoneId.of("America/New_York"), Trait.CONSUMER, null, null);
    }

    private static Attempt call(Party party) {
        return call(party, Debt.OWED, Set.of());
    }

    private static Attempt call(Party party, Debt debt, Set<Long> debts) {
        return new Attempt(Channel.CALL, Origin.BY_HAND, "", party, debt, null, debts, Set.of(), Set.of());
    }

    private static Attempt notice(Party party, Origin origin) {
        return new Attempt(
                Channel.MESSAGE,
                origin,
                "NOTICE_1",
                party,
                Debt.OWED,
                null,
                Set.of(),
                Set.of(Notice.OPT_OUT),
                Set.of());
    }

    private static ContactPolicy withCalls(Limit calls) {
        return new ContactPolicy(
                STANDARD.callHours(),
                STANDARD.messageHours(),
                STANDARD.days(),
                STANDARD.holidays(),
                calls,
                STANDARD.messages(),
                0,
                STANDARD.byHand(),
                STANDARD.exemptTemplates(),
                STANDARD.personalSegments(),
                STANDARD.lawsForAll(),
                STANDARD.brake());
    }

    private static ContactPolicy with(ByHand byHand, Set<String> lawsForAll) {
        return new ContactPolicy(
                STANDARD.callHours(),
                STANDARD.messageHours(),
                STANDARD.days(),
                STANDARD.holidays(),
                STANDARD.calls(),
                STANDARD.messages(),
                0,
                byHand,
                STANDARD.exemptTemplates(),
                STANDARD.personalSegments(),
                lawsForAll,
                STANDARD.brake());
    }
}
