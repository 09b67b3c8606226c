package org.quittance.collections.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.contact.LawBook.Draft;
import org.quittance.collections.contact.LawBook.Refusal;
import org.quittance.collections.contact.LawBook.Switch;
import org.quittance.collections.contact.LawBook.Turned;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPacks;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.Trait;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerDraft;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Law packs by legal entity, the traits by which they bind, and the consents that lift what they say. */
@ApplicationTest
class LawBookTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer MANAGER = Viewer.system("max");
    private static final String C1 = "C1";

    @Autowired
    private LawBook laws;

    @Autowired
    private Protections protections;

    @Autowired
    private CustomerTraits traits;

    @Autowired
    private Consents consents;

    @Autowired
    private Diallings diallings;

    @Autowired
    private CallLog calls;

    @Autowired
    private Customers customers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private LegalEntity entity;
    private long customer;
    private long contact;

    @BeforeEach
    void somebodyInNewYorkOwes() {
        atNoonInNewYork(TODAY);
        entity = books.entity("USD");
        books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(20));
        customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, C1).value())
                .get(0, Long.class);
        customers.change(
                customer, new CustomerParticulars("Blum", "US", "en", "America/New_York", "", "", "NY"), "test");
        contact = customers.addContact(
                new ContactDraft(
                        customer,
                        "Ada Blum",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "ada@blum.example",
                        "+1 212 555 0118",
                        "en",
                        false),
                "test");
    }

    @AfterEach
    void backToTheMorning() {
        clock.setTo(TODAY);
    }

    @Test
    void aTraitBindsTheLawFromItsDayOnAndConsentLiftsWhatTheLawLeavesOut() {
        assertThat(protections.of(customer).laws()).isEmpty();
        traits.note(customer, Trait.SOLE_TRADER, TODAY.plusDays(1), "Trade register", "maria");
        assertThat(protections.of(customer).trait()).isEqualTo(Trait.COMPANY);
        talk(TODAY);
        atNoonInNewYork(TODAY.plusDays(1));
        assertThat(protections.of(customer).sentence()).isEqualTo("Sole trader since 3 March 2026");
        assertThat(protections.of(customer).laws()).extracting(LawPack::code).containsExactly("us-reg-f");

        Dialling refused = dial();
        assertThat(refused.rule()).isEqualTo("law-conversation");
        assertThat(refused.reason()).startsWith("Regulation F (12 CFR 1006.14(b)(2)(i)(B)) wants 7 days of rest");
        assertThat(diallings.waive(refused.id(), "It is urgent", MANAGER))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NOT_WAIVABLE));

        assertThat(note(Medium.CALL, Consent.Word.GIVEN, " ")).isEqualTo(Consents.Outcome.NEEDS_HOW);
        assertThat(note(Medium.CALL, Consent.Word.GIVEN, "Her letter of today")).isEqualTo(Consents.Outcome.DONE);
        assertThat(dial().mayBeDialled()).isTrue();
        assertThat(note(Medium.CALL, Consent.Word.WITHDRAWN, "She rang: write instead"))
                .isEqualTo(Consents.Outcome.DONE);
        assertThat(dial().rule()).isEqualTo("consent-withdrawn");
        assertThat(timeline.of(CustomerId.of(customer), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .contains("Consent to calls given", "Consent to calls withdrawn");
    }

    @Test
    void anEntitySwitchesAPackOffWithAReasonAndOnlyTowardsItsOwnCustomers() {
        traits.note(customer, Trait.CONSUMER, TODAY, "Order form", "maria");
        talk(TODAY);
        assertThat(dial().rule()).isEqualTo("law-conversation");
        assertThat(laws.turn(
                        draft("us-reg-f", Turned.OFF, TODAY, "Counsel of 1 March: we collect our own debts"), MANAGER))
                .isEmpty();
        assertThat(dial().mayBeDialled()).isTrue();
        assertThat(protections.of(customer).laws()).isEmpty();
        LegalEntity other = books.entity("USD");
        LawPack pack = LawPacks.US_REGULATION_F;
        assertThat(laws.isOn(pack, other.id(), TODAY)).isTrue();
        assertThat(laws.isOn(pack, entity.id(), TODAY.minusDays(1))).isTrue();
        assertThat(ofEntity())
                .extracting(Switch::turned, Switch::validFrom, Switch::reason, Switch::actor)
                .containsExactly(tuple(Turned.OFF, TODAY, "Counsel of 1 March: we collect our own debts", "max"));
        assertThat(laws.turn(
                        draft("us-reg-f", Turned.ON, TODAY.plusDays(1), "Counsel has changed their mind"), MANAGER))
                .isEmpty();
        assertThat(laws.isOn(pack, entity.id(), TODAY)).isFalse();
        assertThat(laws.isOn(pack, entity.id(), TODAY.plusDays(1))).isTrue();
    }

    @Test
    void aSwitchIsRefusedInTheOrderOfTheChecks() {
        Viewer lead = new Viewer(98, "lead", "Lead", Set.of(Role.TEAM_LEAD), Set.of());
        LocalDate yesterday = TODAY.minusDays(1);
        long after = last();
        assertThat(List.of(
                        laws.turn(new Draft(after + 1, "x", "x", Turned.ON, yesterday, ""), lead),
                        laws.turn(new Draft(after + 1, "x", "x", Turned.ON, yesterday, ""), MANAGER),
                        laws.turn(new Draft(after, "x", "x", Turned.ON, yesterday, ""), MANAGER),
                        laws.turn(new Draft(after, "us-reg-f", "x", Turned.ON, yesterday, ""), MANAGER),
                        laws.turn(draft("us-reg-f", Turned.ON, yesterday, ""), MANAGER),
                        laws.turn(draft("us-reg-f", Turned.ON, TODAY, " "), MANAGER),
                        laws.turn(draft("us-reg-f", Turned.ON, TODAY, "again"), MANAGER)))
                .extracting(Optional::orElseThrow)
                .containsExactly(Refusal.values());
        assertThat(ofEntity()).isEmpty();
    }

    @Test
    void aListTellsTraitsAndStatesAndWhatItTellsNoMoreStays() {
        CustomerParticulars told = new CustomerParticulars("Blum", "US", "en", "", "", "", "MA");
        for (int i = 0; i < 2; i++) {
            enter(new CustomerDraft(entity.customerMaster(), C1, told, Trait.CONSUMER));
        }
        enter(new CustomerDraft(entity.customerMaster(), C1, new CustomerParticulars("Blum", "", "", "", "", "")));
        assertThat(traits.of(customer))
                .extracting(CustomerTraits.Noted::trait, CustomerTraits.Noted::since, CustomerTraits.Noted::actor)
                .containsExactly(tuple(Trait.CONSUMER, TODAY, "test"));
        assertThat(protections.of(customer).laws())
                .extracting(LawPack::code)
                .containsExactly("us-reg-f", "us-ma-940-cmr-7");
    }

    @Test
    void noneOfItIsEverChanged() {
        for (String change : List.of(
                "update ledger.customer_trait set trait = 'COMPANY'",
                "delete from ledger.customer_trait",
                "update correspondence.consent set word = 'GIVEN'",
                "delete from correspondence.consent",
                "update collections.law_switch set turned = 'ON'",
                "delete from collections.law_switch")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void enter(CustomerDraft draft) {
        transaction.executeWithoutResult(_ -> customers.enter(List.of(draft), "test"));
    }

    private Consents.Outcome note(Medium medium, Consent.Word word, String how) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return consents.note(
                new Consents.Draft(CustomerId.of(customer), contact, medium, word, today, how, null), "clara");
    }

    private Draft draft(String pack, Turned turned, LocalDate from, String reason) {
        return new Draft(last(), pack, entity.code(), turned, from, reason);
    }

    private long last() {
        return laws.switches().stream().mapToLong(Switch::number).max().orElse(0);
    }

    private List<Switch> ofEntity() {
        return laws.switches().stream()
                .filter(one -> one.entity() == entity.id())
                .toList();
    }

    private Dialling dial() {
        Diallings.Outcome outcome = diallings.dial(customer, contact, MANAGER);
        return diallings
                .one(((Diallings.Outcome.Asked) outcome).dialling(), MANAGER)
                .orElseThrow();
    }

    private void talk(LocalDate day) {
        atNoonInNewYork(day);
        calls.log(new CallReport(customer, Set.of(), Way.PLACED, CallResult.OTHER, contact, "", null, null), MANAGER);
    }

    private void atNoonInNewYork(LocalDate day) {
        clock.setTo(day);
        clock.advance(Duration.between(
                clock.instant(),
                day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant()));
    }
}
