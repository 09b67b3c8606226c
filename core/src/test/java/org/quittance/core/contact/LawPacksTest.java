package org.quittance.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.core.contact.Consent.Word.GIVEN;
import static org.quittance.core.contact.Consent.Word.WITHDRAWN;
import static org.quittance.core.contact.PastContact.What.CALL;
import static org.quittance.core.contact.PastContact.What.CONVERSATION;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.contact.Addressee.Address;
import org.quittance.core.contact.Attempt.Notice;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.ledger.Trait;

/** What each law pack says, rule by rule, towards whom, and what a consent lifts. */
class LawPacksTest {

    private static final ContactPolicy PATIENT = patient();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    private static final long ADA = 7;

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "US |    | COMPANY     |",
                "US |    | CONSUMER    | us-reg-f",
                "US |    | SOLE_TRADER | us-reg-f",
                "US |    | GUARANTOR   | us-reg-f",
                "US | NY | CONSUMER    | us-reg-f",
                "US | MA | CONSUMER    | us-reg-f us-ma-940-cmr-7",
                "US | MA | SOLE_TRADER | us-reg-f",
                "US | MA | COMPANY     |",
                "CA | MA | CONSUMER    |",
                "GB |    | CONSUMER    |",
                "DE |    | CONSUMER    |",
            })
    void aPackBindsTowardsTheCustomersOfItsPlaceWhoseTraitItNames(
            String country, @Nullable String state, Trait trait, @Nullable String codes) {
        Party party = new Party(country, state == null ? "" : state, null, trait, null, null, Addressee.UNKNOWN);
        assertThat(Rulebook.of(PATIENT).bindingOn(party, TODAY))
                .extracting(LawPack::code)
                .containsExactly(codes == null ? new String[0] : codes.split(" "));
    }

    @Test
    void aPackThatIsSwitchedOffBindsNobodyAndOneThatIsSwitchedOnBinds() {
        Set<String> switched = new HashSet<>(LawPacks.unswitched());
        switched.remove("us-reg-f");
        switched.add("uk-conc-7");
        Rulebook rulebook = new Rulebook(PATIENT, switched);
        assertThat(rulebook.bindingOn(american("", Addressee.UNKNOWN), TODAY)).isEmpty();
        Party british =
                new Party("GB", "", ZoneId.of("Europe/London"), Trait.SOLE_TRADER, null, null, Addressee.UNKNOWN);
        Instant night = Instant.parse("2026-03-02T22:00:00Z");
        assertThat(ContactGate.ask(message(british, Set.of()), List.of(), rulebook, night))
                .isInstanceOfSatisfying(ContactVerdict.Later.class, later -> {
                    assertThat(later.rule()).isEqualTo(Rule.LAW_HOURS);
                    assertThat(later.until()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
                    assertThat(later.why()).contains("CONC 7.9.4R", "from 07:00 to 19:00");
                });
    }

    @ParameterizedTest(name = "{0} calls about a debt in {1}: {2}")
    @CsvSource({"1, MA, go", "2, MA, law-calls", "2, NY, go", "6, NY, go", "7, NY, law-calls"})
    void aStatesLawCanAllowFewerCallsThanThatOfTheCountry(int calls, String state, String rule) {
        List<PastContact> history = Stream.generate(() -> new PastContact(CALL, TODAY.minusDays(1), Set.of(1L), null))
                .limit(calls)
                .toList();
        assertRule(call(american(state, Addressee.UNKNOWN)), history, rule);
    }

    @Test
    void beforeADayOnWhichNothingOfAPackHoldsItBindsNobody() {
        assertThat(Rulebook.of(PATIENT).bindingOn(american("MA", Addressee.UNKNOWN), LocalDate.parse("2021-11-29")))
                .extracting(LawPack::code)
                .containsExactly("us-ma-940-cmr-7");
        assertThat(Rulebook.of(PATIENT).bindingOn(american("MA", Addressee.UNKNOWN), LocalDate.parse("2012-03-01")))
                .isEmpty();
    }

    @ParameterizedTest(name = "consent {0} days ago, talked {1} days ago: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Ada has been talked to on the day of the consent: it was given then.
                "0 | 0 | go",
                "6 | 6 | go",
                // The seventh day after it is no longer among the seven.
                "7 | 6 | law-conversation",
                // Another conversation since has ended it.
                "3 | 2 | law-conversation",
                "3 | 0 | law-conversation",
                // Before the consent it did not count.
                "2 | 4 | go",
            })
    void aPriorConsentLiftsTheRestForSevenDaysOrUntilTheNextConversation(int consentAgo, int talkAgo, String rule) {
        Addressee ada = ada(new Consent(1, Medium.CALL, GIVEN, TODAY.minusDays(consentAgo), "On the telephone"));
        assertRule(
                call(american("NY", ada)),
                List.of(new PastContact(CONVERSATION, TODAY.minusDays(talkAgo), Set.of(1L), ADA)),
                rule);
    }

    @ParameterizedTest(name = "person {0}, consent {1} days ago: {2}")
    @CsvSource({
        // Three of the seven calls were placed with consent: four are left to count.
        "7,  8, go",
        // Those were calls to somebody else, or nobody noted to whom.
        "8,  8, law-calls",
        "0,  8, law-calls",
        // The consent came after them.
        "7, -1, law-calls",
    })
    void callsThatWerePlacedWithPriorConsentAreNotCounted(long person, int consentAgo, String rule) {
        Addressee ada = ada(new Consent(1, Medium.CALL, GIVEN, TODAY.minusDays(consentAgo), "By letter"));
        List<PastContact> history = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            history.add(new PastContact(CALL, TODAY.minusDays(4), Set.of(1L), person == 0 ? null : person));
        }
        for (int i = 0; i < 4; i++) {
            history.add(new PastContact(CALL, TODAY.minusDays(1), Set.of(1L), ADA));
        }
        assertRule(call(american("NY", ada)), history, rule);
    }

    @Test
    void aConsentLiftsOnlyWhatTheLawItselfLeavesOut() {
        Addressee ada = ada(new Consent(1, Medium.CALL, GIVEN, TODAY, "On the telephone"));
        List<PastContact> twice =
                List.of(new PastContact(CALL, TODAY, Set.of(1L), ADA), new PastContact(CALL, TODAY, Set.of(1L), ADA));
        assertRule(call(american("NY", ada)), twice, "go");
        assertRule(call(american("MA", ada)), twice, "law-calls");
        Instant night = Instant.parse("2026-03-03T03:00:00Z");
        assertThat(code(ContactGate.ask(call(american("NY", ada)), List.of(), Rulebook.of(PATIENT), night)))
                .isEqualTo("law-hours");
    }

    @ParameterizedTest(name = "{0} {1}: call {2}, message {3}, text {4}")
    @CsvSource({
        "CALL,         WITHDRAWN, consent-withdrawn, go,                go",
        "E_MAIL,       WITHDRAWN, go,                consent-withdrawn, go",
        "TEXT_MESSAGE, WITHDRAWN, go,                go,                consent-withdrawn",
        "CALL,         GIVEN,     go,                go,                go",
    })
    void aWithdrawnConsentForbidsItsMediumAndNoOther(
            Medium medium, Consent.Word word, String call, String message, String text) {
        Party company = new Party(
                "US",
                "",
                ZoneId.of("America/New_York"),
                Trait.COMPANY,
                null,
                null,
                ada(new Consent(1, medium, word, TODAY.minusDays(300), "By letter")));
        assertRule(call(company), List.of(), call);
        assertRule(message(company, Set.of()), List.of(), message);
        assertRule(text(company, Set.of()), List.of(), text);
    }

    @ParameterizedTest(name = "{0}, opt-out {1}, at {2}: {3}")
    @CsvSource({
        "NY, yes, 2026-03-02T17:00:00Z, go",
        "NY, no,  2026-03-02T17:00:00Z, law-opt-out",
        "NY, yes, 2026-03-03T02:30:00Z, law-hours",
        // It may cost the person something.
        "MA, yes, 2026-03-02T17:00:00Z, law-text-messages",
    })
    void aTextMessageIsBoundAsAnElectronicMessageAndAStateCanForbidIt(
            String state, String optOut, Instant moment, String rule) {
        Set<Notice> notices = optOut.equals("yes") ? Set.of(Notice.OPT_OUT) : Set.of();
        assertThat(code(ContactGate.ask(
                        text(american(state, Addressee.UNKNOWN), notices), List.of(), Rulebook.of(PATIENT), moment)))
                .isEqualTo(rule);
    }

    @Test
    void theLastWordCountsAndOfOneDayTheLaterNoted() {
        Consent given = new Consent(2, Medium.E_MAIL, GIVEN, TODAY, "In the order form");
        Consent withdrawn = new Consent(1, Medium.E_MAIL, WITHDRAWN, TODAY, "By answer");
        assertRule(message(american("", ada(withdrawn, given)), Set.of(Notice.OPT_OUT)), List.of(), "go");
        Consent again = new Consent(3, Medium.E_MAIL, WITHDRAWN, TODAY.plusDays(2), "From then on");
        assertRule(message(american("", ada(withdrawn, given, again)), Set.of(Notice.OPT_OUT)), List.of(), "go");
        Consent ahead = new Consent(3, Medium.E_MAIL, WITHDRAWN, TODAY.plusDays(1), "Where it is tomorrow already");
        assertRule(
                message(american("", ada(withdrawn, given, ahead)), Set.of(Notice.OPT_OUT)),
                List.of(),
                "consent-withdrawn");
        Consent before = new Consent(4, Medium.E_MAIL, WITHDRAWN, TODAY.minusDays(1), "Noted late");
        assertRule(message(american("", ada(given, before)), Set.of(Notice.OPT_OUT)), List.of(), "go");
    }

    @ParameterizedTest(name = "{0}, {1}, consent {2}: {3}")
    @CsvSource({
        "CONSUMER, OWN,                none,  go",
        "CONSUMER, EMPLOYERS,          none,  law-employer",
        "CONSUMER, EMPLOYERS,          given, go",
        "CONSUMER, EMPLOYERS_AND_USED, none,  go",
        "COMPANY,  EMPLOYERS,          none,  go",
    })
    void noConsumerIsWrittenToWhereTheirEmployerReadsUnlessTheyHaveSaidOrDoneSo(
            Trait trait, Address address, String consent, String rule) {
        List<Consent> consents = consent.equals("given")
                ? List.of(new Consent(1, Medium.E_MAIL, GIVEN, TODAY.minusDays(100), "In the order form"))
                : List.of();
        Party party = new Party(
                "US",
                "",
                ZoneId.of("America/New_York"),
                trait,
                null,
                null,
                new Addressee(ADA, "Ada Blum", consents, address));
        assertRule(message(party, Set.of(Notice.OPT_OUT)), List.of(), rule);
    }

    @ParameterizedTest(name = "{0}, opt-out {1}: {2}")
    @CsvSource({
        "SOLE_TRADER, no,  law-opt-out",
        "SOLE_TRADER, yes, go",
        "COMPANY,     no,  go",
    })
    void eachMessageToAPersonSaysHowToOptOut(Trait trait, String optOut, String rule) {
        Party party = new Party("US", "", ZoneId.of("America/New_York"), trait, null, null, Addressee.UNKNOWN);
        assertThat(Rulebook.of(PATIENT).wantsOptOut(party, TODAY)).isEqualTo(trait.isPerson());
        assertRule(message(party, optOut.equals("yes") ? Set.of(Notice.OPT_OUT) : Set.of()), List.of(), rule);
    }

    @Test
    void everyRefusalOfALawNamesThePack() {
        for (LawPack pack : LawPacks.ALL) {
            for (LawRule rule : pack.rules()) {
                assertThat(rule.provision().source()).isNotBlank();
                assertThat(rule.sentence()).isNotBlank();
            }
        }
        assertThat(LawPacks.ALL).extracting(LawPack::code).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Provision.of(" ", "2026-01-01")).hasMessageContaining("names its source");
        assertThatThrownBy(() -> new Provision("x", TODAY, TODAY.minusDays(1))).hasMessageContaining("until");
        assertThatThrownBy(() -> new Consent(1, Medium.CALL, GIVEN, TODAY, " ")).hasMessageContaining("says how");
    }

    /** A week with a sole trader in New York: what may be done on each day, and what is noted of it. */
    @Test
    void aWeekUnderRegulationF() {
        List<PastContact> history = new ArrayList<>();
        List<Consent> consents = new ArrayList<>();
        LocalDate monday = TODAY;
        assertThat(onDay(monday, consents, history)).isEqualTo("go");
        history.add(new PastContact(CONVERSATION, monday, Set.of(1L), ADA));
        assertThat(onDay(monday.plusDays(1), consents, history)).isEqualTo("law-conversation");
        // On Wednesday she writes that she may be called until it is settled.
        consents.add(new Consent(1, Medium.CALL, GIVEN, monday.plusDays(2), "Her mail of Wednesday"));
        assertThat(onDay(monday.plusDays(2), consents, history)).isEqualTo("go");
        history.add(new PastContact(CALL, monday.plusDays(2), Set.of(1L), ADA));
        assertThat(onDay(monday.plusDays(3), consents, history)).isEqualTo("go");
        // On Friday we reach her: the consent has done what it was for.
        history.add(new PastContact(CONVERSATION, monday.plusDays(4), Set.of(1L), ADA));
        assertThat(onDay(monday.plusDays(5), consents, history)).isEqualTo("law-conversation");
        assertThat(onDay(monday.plusDays(10), consents, history)).isEqualTo("law-conversation");
        assertThat(onDay(monday.plusDays(11), consents, history)).isEqualTo("go");
        consents.add(new Consent(2, Medium.CALL, WITHDRAWN, monday.plusDays(11), "She rang: write instead"));
        assertThat(onDay(monday.plusDays(12), consents, history)).isEqualTo("consent-withdrawn");
    }

    private static String onDay(LocalDate day, List<Consent> consents, List<PastContact> history) {
        Party party = new Party(
                "US",
                "NY",
                ZoneId.of("America/New_York"),
                Trait.SOLE_TRADER,
                null,
                null,
                new Addressee(ADA, "Ada Blum", consents, Address.OWN));
        Instant noon = day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
        return code(ContactGate.ask(call(party), history, Rulebook.of(PATIENT), noon));
    }

    private static void assertRule(Attempt attempt, List<PastContact> history, String rule) {
        assertThat(code(ContactGate.ask(attempt, history, Rulebook.of(PATIENT), NOON)))
                .isEqualTo(rule);
    }

    private static String code(ContactVerdict verdict) {
        return switch (verdict) {
            case ContactVerdict.Go _ -> "go";
            case ContactVerdict.Later later -> later.rule().code();
            case ContactVerdict.Refused refused -> refused.rule().code();
        };
    }

    private static Addressee ada(Consent... consents) {
        return new Addressee(ADA, "Ada Blum", List.of(consents), Address.OWN);
    }

    private static Party american(String state, Addressee person) {
        return new Party("US", state, ZoneId.of("America/New_York"), Trait.CONSUMER, null, null, person);
    }

    private static Attempt call(Party party) {
        return new Attempt(Channel.CALL, Origin.BY_HAND, "", party, Debt.OWED, null, Set.of(1L), Set.of(), Set.of());
    }

    private static Attempt message(Party party, Set<Notice> notices) {
        return new Attempt(
                Channel.MESSAGE, Origin.BY_HAND, "NOTICE_1", party, Debt.OWED, null, Set.of(), notices, Set.of());
    }

    private static Attempt text(Party party, Set<Notice> notices) {
        return new Attempt(
                Channel.TEXT_MESSAGE,
                Origin.BY_HAND,
                "TEXT_MESSAGE",
                party,
                Debt.OWED,
                null,
                Set.of(),
                notices,
                Set.of());
    }

    /** The standard, with so many calls on every day of the week that only laws can object to them. */
    private static ContactPolicy patient() {
        ContactPolicy standard = ContactPolicy.standard();
        return new ContactPolicy(
                standard.callHours(),
                standard.messageHours(),
                Set.of(DayOfWeek.values()),
                ContactPolicy.Holidays.IGNORED,
                new Limit(100, 7),
                standard.messages(),
                0,
                standard.byHand(),
                standard.exemptTemplates(),
                standard.personalSegments(),
                standard.lawsForAll(),
                standard.brake());
    }
}
