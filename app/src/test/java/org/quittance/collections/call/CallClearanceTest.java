package org.quittance.collections.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.call.CallLogged.Part;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.gate.Dialling;
import org.quittance.collections.gate.Diallings;
import org.quittance.collections.team.CallReviews;
import org.quittance.collections.team.CallSheet;
import org.quittance.correspondence.Activity;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the gate let nobody be dialled, a call is noted with a word on how there was one, and whoever checks it reads that. */
@ApplicationTest
class CallClearanceTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final String NUMBER = "+44 (20) 7946-0021";
    private static final Viewer TESSA = new Viewer(941, "clear-tessa", "Tessa", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private CallLog calls;

    @Autowired
    private CallTakeBacks takeBacks;

    @Autowired
    private CallReviews reviews;

    @Autowired
    private Diallings diallings;

    @Autowired
    private Customers customers;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private WrongNumbers wrongNumbers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private Viewer clara;
    private long customer;
    private long ada;
    private long ben;

    @BeforeEach
    void aCustomerOwesAndHasTwoTelephones() {
        clock.setTo(TODAY);
        LegalEntity entity = books.entity("EUR");
        clara = new Viewer(
                942, "clear-" + entity.code().toLowerCase(Locale.ROOT), "Clara", Set.of(Role.MANAGER), Set.of());
        books.invoice(entity, "C1", "1", 500_00, TODAY.minusDays(20));
        customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, "C1").value())
                .get(0, Long.class);
        ada = contact("Ada Blum");
        ben = contact("Ben Cole");
    }

    @Test
    void aNumberIsWrongUntilSomebodyAnswersThereAndACorrectedOneIsAnother() {
        assertThat(log(Way.PLACED, CallResult.WRONG_NUMBER, ada, "")).isInstanceOf(CallLogged.Logged.class);
        assertThat(wrongNumbers.of(customer))
                .as("as the person had it when she was called from another telephone")
                .containsOnlyKeys(NUMBER);
        clock.advance(Duration.ofMinutes(1));
        log(Way.PLACED, CallResult.OTHER, ada, "");
        assertThat(wrongNumbers.of(customer)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        dial(ben);
        log(Way.PLACED, CallResult.WRONG_NUMBER, ben, "");
        sql.execute("update ledger.contact set phone = '+44 20 7946 0099' where customer_id = ?", customer);
        assertThat(wrongNumbers.of(customer)).containsOnlyKeys(NUMBER);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void nobodyHasNotAnsweredWhomNobodyWasLetDial() {
        evening();
        assertThat(dial(ada).mayBeDialled()).isFalse();
        assertThat(log(Way.PLACED, CallResult.NO_ANSWER, ada, ""))
                .isInstanceOfSatisfying(CallLogged.Refused.class, refused -> {
                    assertThat(refused.part()).isEqualTo(Part.DIALLING);
                    assertThat(refused.sentence()).startsWith("Ada Blum was not to be dialled: Calls are made from");
                });
        assertThat(log(Way.PLACED, CallResult.OTHER, null, " "))
                .as("somebody else who was not dialled either")
                .isInstanceOf(CallLogged.Refused.class);
        assertThat(log(Way.RECEIVED, CallResult.NO_ANSWER, ada, ""))
                .as("nobody rings to give no answer")
                .isInstanceOf(CallLogged.Refused.class);
        assertThat(calls()).isEmpty();

        CallSheet sheet = sheet(log(Way.PLACED, CallResult.NO_ANSWER, ada, " From my own telephone "));
        assertThat(sheet.call().words())
                .isEqualTo("Rang twice\n[Called although dialling was refused: From my own telephone]");
        assertThat(sheet.otherwise()).isEqualTo("From my own telephone");
        assertThat(sheet.dialled()).isNotNull().satisfies(dialled -> {
            assertThat(dialled.isRefused()).isTrue();
            assertThat(dialled.refusal()).contains("20:30");
        });
        assertThat(sql.fetchSingle(
                                "select detail from audit.entry where action = 'call.although.refused'"
                                        + " and actor = ?",
                                clara.login())
                        .get(0, String.class))
                .isEqualTo("From my own telephone");
    }

    @Test
    void theCustomerMayRingWheneverItWants() {
        evening();
        dial(ada);
        CallSheet sheet = sheet(log(Way.RECEIVED, CallResult.OTHER, ada, ""));
        assertThat(sheet.direction()).isEqualTo(Activity.Direction.IN);
        assertThat(sheet.call().words()).isEqualTo("Rang twice");
        assertThat(sheet.dialled()).as("none of ours").isNull();
    }

    @Test
    void aRefusalStandsUntilItsMomentOrUntilTheRuleIsSetAsideOrAnotherIsReached() {
        evening();
        Dialling refused = dial(ada);
        asked(diallings.waive(refused.id(), "She has asked for it", TESSA));
        assertThat(log(Way.PLACED, CallResult.NO_ANSWER, ada, ""))
                .as("set aside by somebody else")
                .isInstanceOf(CallLogged.Logged.class);
        dial(ada);
        assertThat(log(Way.PLACED, CallResult.NO_ANSWER, ada, ""))
                .as("for one call")
                .isInstanceOf(CallLogged.Refused.class);
        clock.setTo(TODAY.plusDays(1));
        assertThat(log(Way.PLACED, CallResult.NO_ANSWER, ada, "")).isInstanceOf(CallLogged.Logged.class);

        sql.execute("update ledger.contact set do_not_contact = true where id = ?", ada);
        assertThat(dial(ada).mayBeDialled()).isFalse();
        assertThat(dial(ben).mayBeDialled()).isTrue();
        assertThat(log(Way.PLACED, CallResult.OTHER, ada, ""))
                .as("it was Ben who was dialled")
                .isInstanceOf(CallLogged.Refused.class);
        assertThat(log(Way.PLACED, CallResult.OTHER, ben, "")).isInstanceOf(CallLogged.Logged.class);
    }

    @Test
    void whoeverChecksACallReadsItsHourItsNumberAndWithWhomItWas() {
        dial(ada);
        clock.advance(Duration.ofMinutes(4));
        CallLogged.Logged first = (CallLogged.Logged) log(Way.PLACED, CallResult.OTHER, ada, "");
        CallSheet sheet = sheet(first);
        assertThat(sheet.direction()).isEqualTo(Activity.Direction.OUT);
        assertThat(sheet.contact()).isEqualTo("Ada Blum");
        assertThat(sheet.dialled())
                .isEqualTo(new CallSheet.Dialled(
                        NUMBER, "Ada Blum", clock.instant().minus(Duration.ofMinutes(4)), ""));
        assertThat(sheet(log(Way.PLACED, CallResult.OTHER, ada, "")).dialled())
                .as("one number, one call")
                .isNull();
        takeBacks.takeBack(first.activityId(), clara);
        assertThat(sheet(log(Way.PLACED, CallResult.NO_ANSWER, ada, "")).dialled())
                .as("what was taken back by mistake has left its number")
                .isNotNull();
    }

    private void evening() {
        clock.advance(Duration.ofHours(11).plusMinutes(30));
    }

    private long contact(String name) {
        customers.addContact(
                new ContactDraft(customer, name, ContactRole.ACCOUNTS_PAYABLE, "", NUMBER, "en", false), "test");
        return reader.customer(TESSA, customer).orElseThrow().contacts().stream()
                .filter(contact -> contact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Dialling dial(long contact) {
        return asked(diallings.dial(customer, contact, clara));
    }

    private Dialling asked(Diallings.Outcome outcome) {
        return diallings
                .one(((Diallings.Outcome.Asked) outcome).dialling(), clara)
                .orElseThrow();
    }

    private CallLogged log(Way way, CallResult result, @Nullable Long contact, String otherwise) {
        return calls.log(
                new CallReport(
                        customer, Set.of(), way, result, contact, "Rang twice", List.of(), List.of(), null, otherwise),
                clara);
    }

    private CallSheet sheet(CallLogged logged) {
        assertThat(logged).isInstanceOf(CallLogged.Logged.class);
        return reviews.sheet(((CallLogged.Logged) logged).activityId(), TESSA).orElseThrow();
    }

    private List<String> calls() {
        return sql.fetch(
                        "select outcome from correspondence.activity where customer_id = ? and kind = 'CALL'", customer)
                .into(String.class);
    }
}
