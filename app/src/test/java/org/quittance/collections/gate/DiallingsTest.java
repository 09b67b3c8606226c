package org.quittance.collections.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.call.CallCards;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.core.call.Ask;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.contact.Rule;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A number is given out only where the customer may be called at this moment. */
@ApplicationTest
class DiallingsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer MANAGER = Viewer.system("max");
    private static final String C1 = "C1";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Diallings diallings;

    @Autowired
    private CallLog calls;

    @Autowired
    private Escalations escalations;

    @Autowired
    private CallCards cards;

    @Autowired
    private People people;

    @Autowired
    private Promises promises;

    @Autowired
    private Overrides overrides;

    @Autowired
    private RefusalList refusals;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private long customer;
    private long contact;
    private Viewer approver;

    @BeforeEach
    void aCustomerOwesAndCanBeCalled() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        invoice = books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(20));
        customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, C1).value())
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, "", "+44 (20) 7946-0018", "en", false),
                "test");
        contact = reader.customer(MANAGER, customer)
                .orElseThrow()
                .contacts()
                .getFirst()
                .id();
        String login = "dial-manager" + NEXT.getAndIncrement();
        people.add(login, "Manager " + login, login + "@example.com", Set.of(Role.MANAGER), "no password", "test");
        approver = people.credentials(login).orElseThrow().viewer();
    }

    @Test
    void inTheMorningTheNumberIsGivenOut() {
        Dialling answer = dial();
        assertThat(answer.mayBeDialled()).isTrue();
        assertThat(answer.dialString()).isEqualTo("+442079460018");
        assertThat(lines()).isEmpty();
    }

    @Test
    void atHalfPastEightInTheEveningItIsNotAndTheAnswerSaysWhen() {
        clock.advance(Duration.ofHours(11).plusMinutes(30));
        Dialling answer = dial();
        assertThat(answer.rule()).isEqualTo("quiet-hours");
        assertThat(answer.reason()).contains("20:30", "Europe/London");
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(lines())
                .extracting(RefusalLine::what, RefusalLine::rule, RefusalLine::actor)
                .containsExactly(tuple("Call to Ada Blum", "quiet-hours", "max"));
        assertThat(timeline.of(CustomerId.of(customer), null, 1)
                        .getFirst()
                        .activity()
                        .outcome())
                .isEqualTo("Not called yet");
    }

    /** What is foreseen is the gate's own answer, and neither a refusal nor a dialling comes of it. */
    @Test
    void aPreparedCallSaysWhatTheGateWouldSayAndKeepsNothing() {
        assertThat(diallings.outlook(customer, MANAGER)).containsExactly(Map.entry(contact, new ContactVerdict.Go()));
        clock.advance(Duration.ofHours(11).plusMinutes(30));
        assertThat(diallings.outlook(customer, MANAGER).get(contact))
                .isInstanceOfSatisfying(
                        ContactVerdict.Later.class,
                        later -> assertThat(later.until()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z")));
        assertThat(lines()).isEmpty();
        assertThat(sql.fetchCount(sql.selectFrom("collections.dialling").where("customer_id = ?", customer)))
                .isZero();
        Viewer stranger = new Viewer(99, "stranger", "Stranger", Set.of(Role.COLLECTOR), Set.of());
        assertThat(diallings.outlook(customer, stranger)).isEmpty();
    }

    @Test
    void whoHasPaidPromisedOrIsNotToBeContactedIsNotCalled() {
        promises.note(PromiseDraft.of(books.account(entity, C1), Money.of("500", "EUR"), TODAY.plusDays(3)), MANAGER);
        assertThat(dial().rule()).isEqualTo("promised");
        ItemId payment = books.payment(entity, C1, "P1", 500_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, 500_00)), new PostingContext(TODAY, "test", "test"));
        assertThat(dial().rule()).isEqualTo("paid");
        sql.execute("update ledger.contact set do_not_contact = true where customer_id = ?", customer);
        assertThat(dial().rule()).isEqualTo("person-asked-not");
        overrides.blockContact(customer, null, "Insolvent", MANAGER);
        assertThat(dial().rule()).isEqualTo("do-not-contact");
        assertThat(lines())
                .extracting(RefusalLine::rule)
                .containsExactly("do-not-contact", "person-asked-not", "paid", "promised");
    }

    @Test
    void whoIsWithAnAgencyIsNotCalledNotEvenByAWaiverUntilThatIsLifted() {
        long account = books.account(entity, C1).value();
        long agency = approved(account, EscalationPath.OUTSIDE_AGENCY);
        Dialling refused = dial();
        assertThat(refused.rule()).isEqualTo("with-agency");
        assertThat(refused.reason())
                .isEqualTo("With the agency since 2 March 2026: nobody of us writes or calls until that is lifted");
        assertThat(refused.until()).isNull();
        assertThat(diallings.waive(refused.id(), "He asked for it", MANAGER))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NOT_WAIVABLE));
        assertThat(diallings.outlook(customer, MANAGER).get(contact)).isInstanceOf(ContactVerdict.Refused.class);
        CallCard card = cards.about(account, MANAGER).orElseThrow();
        assertThat(card.accounts().getFirst().script().asks())
                .extracting(Ask::sentence)
                .singleElement()
                .asString()
                .startsWith("Ask for nothing and agree nothing about this account. With the agency");
        assertThat(card.offer()).isNull();

        approved(account, EscalationPath.LEGAL);
        assertThat(dial().rule()).as("a lawyer outweighs it").isEqualTo("with-lawyer");
        lift(account, EscalationPath.LEGAL);
        assertThat(dial().rule()).isEqualTo("with-agency");
        assertThat(escalations.act(agency, Deed.LIFT, "", "They pay again", approver))
                .isEqualTo(new EscalationOutcome.Done(agency));
        assertThat(dial().mayBeDialled()).isTrue();
    }

    @Test
    void aCreditHoldStopsNoCallAndTheCardSaysWhatMayBeSaid() {
        approved(books.account(entity, C1).value(), EscalationPath.CREDIT_HOLD);
        assertThat(dial().mayBeDialled()).isTrue();
        assertThat(cards.about(books.account(entity, C1).value(), MANAGER)
                        .orElseThrow()
                        .accounts()
                        .getFirst()
                        .script()
                        .asks())
                .anySatisfy(ask -> assertThat(ask.sentence()).startsWith("On credit hold since 2 March 2026"));
    }

    private long approved(long account, EscalationPath path) {
        Viewer asker = Viewer.system("clara");
        EscalationOutcome opened = escalations.open(
                new EscalationDraft(
                        account, path, "Nothing helps", EscalationDraft.Addressee.colleague(approver.login())),
                asker);
        long id = ((EscalationOutcome.Done) opened).id();
        assertThat(escalations.act(id, Deed.APPROVE, "", "yes", approver)).isEqualTo(new EscalationOutcome.Done(id));
        return id;
    }

    private void lift(long account, EscalationPath path) {
        long id = sql.fetchSingle(
                        "select escalation_id from collections.escalation_now"
                                + " where account_id = ? and path = ? and state = 'APPROVED'",
                        account,
                        path.name())
                .get(0, Long.class);
        assertThat(escalations.act(id, Deed.LIFT, "", "Settled in court", approver))
                .isEqualTo(new EscalationOutcome.Done(id));
    }

    @Test
    void callsThatWereDialledAndNotedCountOnceAndTheSixthInAWeekIsOneTooMany() {
        for (int call = 0; call < 3; call++) {
            assertThat(dial().mayBeDialled()).isTrue();
            note(CallResult.NO_ANSWER);
        }
        assertThat(dial().mayBeDialled()).isTrue();
        assertThat(dial().mayBeDialled()).isTrue();
        Dialling sixth = dial();
        assertThat(sixth.rule()).isEqualTo("too-many-calls");
        assertThat(sixth.until()).isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
    }

    @Test
    void aCallAboutTwoAccountsIsOneCallAndTheTimelineNamesBoth() {
        long other = secondAccount();
        for (int call = 0; call < 4; call++) {
            note(CallResult.NO_ANSWER);
        }
        assertThat(timeline.of(CustomerId.of(customer), null, 10))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.activity().accounts())
                        .containsExactlyInAnyOrder(books.account(entity, C1), AccountId.of(other)));
        assertThat(dial().mayBeDialled()).as("the fifth call").isTrue();
        note(CallResult.NO_ANSWER);
        assertThat(dial().rule()).isEqualTo("too-many-calls");
    }

    private long secondAccount() {
        books.invoice(entity, "C2", "2", 70_00, TODAY.minusDays(20));
        long second = books.account(entity, "C2").value();
        sql.execute("update ledger.account set customer_id = ? where id = ?", customer, second);
        return second;
    }

    @Test
    void aConsumerInTheUnitedStatesIsLeftAloneForSevenDaysAfterAConversation() {
        CustomerView now = reader.customer(MANAGER, customer).orElseThrow();
        sql.execute(
                "update ledger.customer set country = 'US', time_zone = 'America/New_York', segment = 'Consumer'"
                        + " where id = ?",
                now.id());
        clock.advance(Duration.ofHours(6));
        assertThat(dial().mayBeDialled()).isTrue();
        note(CallResult.OTHER);
        Dialling again = dial();
        assertThat(again.rule()).isEqualTo("law-conversation");
        assertThat(again.until()).isEqualTo(Instant.parse("2026-03-09T12:00:00Z"));
        assertThat(diallings.waive(again.id(), "He asked for it", MANAGER))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NOT_WAIVABLE));
    }

    @Test
    void theManagerSetsARuleOfOursAsideWithAReasonAndNobodyElseDoes() {
        clock.advance(Duration.ofHours(11));
        Dialling evening = dial();
        Viewer lead = new Viewer(8, "lea", "Lea", Set.of(Role.TEAM_LEAD, Role.AUDITOR), Set.of());
        assertThat(diallings.waive(evening.id(), "Urgent", lead))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NOT_YOURS));
        assertThat(diallings.waive(evening.id(), " ", MANAGER))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NEEDS_A_REASON));

        Dialling waived = asked(diallings.waive(evening.id(), "She has asked for a call at eight", MANAGER));
        assertThat(waived.mayBeDialled()).isTrue();
        assertThat(waived.waived()).containsExactly(Rule.QUIET_HOURS);
        assertThat(timeline.of(CustomerId.of(customer), null, 1)
                        .getFirst()
                        .activity()
                        .body())
                .isEqualTo("quiet-hours for a call to Ada Blum: She has asked for a call at eight");
        assertThat(sql.fetchSingle(
                                "select detail from audit.entry where action = 'dialling.waived' order by id desc limit 1")
                        .get(0, String.class))
                .contains("She has asked for a call at eight");
    }

    @Test
    void whoDoesNotWorkTheCustomerLearnsNothing() {
        Viewer stranger = new Viewer(7, "carla", "Carla", Set.of(Role.COLLECTOR), Set.of());
        assertThat(diallings.dial(customer, contact, stranger))
                .isEqualTo(new Diallings.Outcome.NotAsked(Diallings.Obstacle.NOT_FOUND));
        assertThat(diallings.one(dial().id(), stranger)).isEmpty();
    }

    private Dialling dial() {
        return asked(diallings.dial(customer, contact, MANAGER));
    }

    private Dialling asked(Diallings.Outcome outcome) {
        return diallings
                .one(((Diallings.Outcome.Asked) outcome).dialling(), MANAGER)
                .orElseThrow();
    }

    private void note(CallResult result) {
        calls.log(new CallReport(customer, Set.of(), Way.PLACED, result, contact, "", null, null), MANAGER);
    }

    private List<RefusalLine> lines() {
        return refusals.lines(MANAGER, new RefusalFilter(RefusalFilter.Show.ALL, "", ""), null, 1000).stream()
                .filter(line -> line.customerId() == customer)
                .toList();
    }
}
