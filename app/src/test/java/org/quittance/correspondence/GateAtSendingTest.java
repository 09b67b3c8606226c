package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.PromiseOutcome;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.agreement.SettlementLetters;
import org.quittance.collections.agreement.SettlementWish;
import org.quittance.collections.agreement.Settlements;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.collections.gate.RefusalFilter;
import org.quittance.collections.gate.RefusalLine;
import org.quittance.collections.gate.RefusalList;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.OptOut;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.Disputes;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases planted between queueing and sending: at the moment of sending the gate finds each, nothing leaves that must not, and every
 * refusal is on record with its rule.
 */
@ApplicationTest
class GateAtSendingTest {

    private static final TestPost MAIL_SERVER = new TestPost();
    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final Viewer MANAGER = new Viewer(771, "amira", "Amira", Set.of(Role.MANAGER), Set.of());
    private static final String C1 = "C1";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Escalations escalations;

    @Autowired
    private People people;

    @Autowired
    private Promises promises;

    @Autowired
    private Settlements settlements;

    @Autowired
    private SettlementLetters settlementLetters;

    @Autowired
    private Disputes disputes;

    @Autowired
    private Overrides overrides;

    @Autowired
    private RefusalList refusals;

    @Autowired
    private CustomerTraits traits;

    @Autowired
    private Consents consents;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("quittance.smtp.host", () -> "127.0.0.1");
        registry.add("quittance.smtp.tls", () -> "none");
        registry.add("quittance.smtp.port", MAIL_SERVER::port);
    }

    @AfterAll
    static void closeMailServer() {
        MAIL_SERVER.stop();
    }

    @BeforeEach
    void startOnTheSameMorning() {
        clock.setTo(TODAY);
    }

    /** A customer that owes one invoice, with somebody to write to. */
    private record Debtor(LegalEntity entity, ItemId invoice, long id) {

        CustomerId customer() {
            return CustomerId.of(id);
        }
    }

    @Test
    void aReminderOfWhatIsOwedLeaves() {
        MessageId id = remind(debtor());
        afterTenSeconds(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(refusals(message(id))).isEmpty();
    }

    @Test
    void whatIsPaidAtTheLastSecondIsNotAskedFor() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        clock.advance(Duration.ofSeconds(9));
        ItemId payment = books.payment(debtor.entity(), C1, "P1", 500_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, debtor.invoice(), 500_00)),
                new PostingContext(TODAY, "test", "test"));
        clock.advance(Duration.ofSeconds(1));
        delivery.deliver(id);
        assertRefused(id, "paid", "Everything it lists has been paid since it was written");
    }

    @Test
    void whatMoneyOnAccountCoversMeanwhileIsNotAskedFor() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        books.payment(debtor.entity(), C1, "P1", 700_00, TODAY);
        afterTenSeconds(id);
        assertRefused(id, "covered", "Money has come on account that covers all that can be asked for. Apply it first");
    }

    @Test
    void whatIsPromisedMeanwhileIsNotAskedFor() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        PromiseDraft promise =
                PromiseDraft.of(books.account(debtor.entity(), C1), Money.of("500", "EUR"), TODAY.plusDays(4));
        assertThat(promises.note(promise, AMIRA)).isInstanceOf(PromiseOutcome.Noted.class);
        afterTenSeconds(id);
        assertRefused(id, "promised", "Everything it lists is promised");
    }

    @Test
    void whatIsDisputedMeanwhileIsNotAskedFor() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        DisputeDraft dispute = new DisputeDraft(
                debtor.invoice().value(), Money.of("500", "EUR"), DisputeReason.NOT_DELIVERED, "", null, null);
        assertThat(disputes.open(dispute, AMIRA)).isInstanceOf(DisputeOutcome.Done.class);
        afterTenSeconds(id);
        assertRefused(id, "disputed", "Everything it lists has been disputed since it was written");
    }

    @Test
    void anOfferThatIsWithdrawnMeanwhileIsNotMade() {
        Debtor debtor = debtor();
        long offer = done(settlements.offer(
                new SettlementWish(List.of(debtor.invoice()), new BigDecimal("450"), TODAY.plusDays(10), ""), MANAGER));
        MessageId id = new MessageId(done(settlementLetters.send(offer, MANAGER)));
        done(settlements.withdraw(offer, "They can pay it all", MANAGER));
        afterTenSeconds(id);
        assertRefused(
                id,
                "offer-ended",
                "Settlement S%d, which it offers, does not stand any more: withdrawn".formatted(offer));
    }

    private static long done(AgreementOutcome outcome) {
        return ((AgreementOutcome.Done) outcome).id();
    }

    @Test
    void aReminderOfWhatIsDisputedInPartIsWrittenAnew() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        DisputeDraft dispute =
                new DisputeDraft(debtor.invoice().value(), Money.of("100", "EUR"), DisputeReason.PRICE, "", null, null);
        assertThat(disputes.open(dispute, AMIRA)).isInstanceOf(DisputeOutcome.Done.class);
        afterTenSeconds(id);
        assertThat(message(id).state()).isNotEqualTo(MessageState.SENT);
    }

    @Test
    void whoIsNotToBeContactedGetsNothingWhateverItIsAndWhoeverSendsIt() {
        Debtor debtor = debtor();
        MessageId reminder = remind(debtor);
        MessageId statement = queue(debtor, "STATEMENT", Origin.BY_HAND);
        overrides.blockContact(debtor.id(), null, "Insolvent", AMIRA);
        afterTenSeconds(reminder);
        delivery.deliver(statement);
        assertRefused(reminder, "do-not-contact", "The customer is not to be contacted: Insolvent");
        assertRefused(statement, "do-not-contact", "The customer is not to be contacted: Insolvent");
    }

    /** Planted between queueing and sending: who was a company when it was written turns out to be a sole trader. */
    @Test
    void towardsASoleTraderAnEmailLeavesOnlyIfItSaysHowToOptOut() {
        Debtor debtor = american(debtor());
        MessageId before = queue(debtor, "STATEMENT", Origin.BY_HAND);
        traits.note(debtor.id(), Trait.SOLE_TRADER, TODAY, "Trade register", "maria");
        MessageId after = queue(debtor, "STATEMENT", Origin.BY_HAND);
        clock.advance(Duration.ofHours(5));
        delivery.deliver(before);
        delivery.deliver(after);
        assertRefused(
                before,
                "law-opt-out",
                "Regulation F (12 CFR 1006.6(e)) wants each message to say how to opt out of more, and this one does not. "
                        + "Write it again");
        assertThat(message(after).state()).isEqualTo(MessageState.SENT);
        assertThat(message(after).text()).endsWith(OptOut.sentence(Language.ENGLISH) + "\n");
        assertThat(message(after).html()).contains(OptOut.sentence(Language.ENGLISH));
    }

    @Test
    void whoWithdrawsTheirConsentMeanwhileGetsNothingByEmailWhoeverSendsIt() {
        Debtor debtor = debtor();
        MessageId id = queue(debtor, "STATEMENT", Origin.BY_HAND);
        Consents.Draft withdrawn = new Consents.Draft(
                debtor.customer(),
                consents.contactAt(debtor.customer(), "JANA@printer.example").orElseThrow(),
                Medium.E_MAIL,
                Consent.Word.WITHDRAWN,
                TODAY,
                "By their answer",
                null);
        assertThat(consents.note(withdrawn, "clara")).isEqualTo(Consents.Outcome.DONE);
        afterTenSeconds(id);
        assertRefused(
                id,
                "consent-withdrawn",
                "Jana Okafor has said on 2 March 2026 that they do not want to get e-mails any more: By their answer");
        assertThat(reminders.queue(debtor.id(), AMIRA))
                .isInstanceOfSatisfying(
                        ReminderOutcome.NotQueued.class,
                        not -> assertThat(not.why().sentence())
                                .contains("no contact with an e-mail address that works"));
        clock.setTo(TODAY.plusDays(1));
        Consents.Draft given = new Consents.Draft(
                debtor.customer(),
                withdrawn.contact(),
                Medium.E_MAIL,
                Consent.Word.GIVEN,
                TODAY.plusDays(1),
                "On the telephone",
                null);
        assertThat(consents.note(given, "clara")).isEqualTo(Consents.Outcome.DONE);
        MessageId again = remind(debtor);
        afterTenSeconds(again);
        assertThat(message(again).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aConsumerIsNotWrittenToWhereTheirEmployerReads() {
        Debtor debtor = american(debtor());
        traits.note(debtor.id(), Trait.CONSUMER, TODAY, "Order form", "maria");
        sql.execute("update ledger.contact set employer_email = true where customer_id = ?", debtor.id());
        MessageId id = queue(debtor, "STATEMENT", Origin.BY_HAND);
        clock.advance(Duration.ofHours(5));
        delivery.deliver(id);
        assertThat(message(id).progress().reason())
                .contains("Regulation F (12 CFR 1006.22(f)(3))", "(rule: law-employer)");
    }

    private Debtor american(Debtor debtor) {
        customers.change(debtor.id(), new CustomerParticulars("Blum", "US", "en", "America/New_York", "", ""), "test");
        return debtor;
    }

    @Test
    void onceAnAgencyIsApprovedOurRemindersStopAndAStatementThatAPersonSendsStillGoes() {
        Debtor debtor = debtor();
        MessageId reminder = remind(debtor);
        MessageId notice = queue(debtor, "NOTICE_1", Origin.BY_HAND);
        MessageId statement = queue(debtor, "STATEMENT", Origin.BY_HAND);
        long agency = approved(debtor, EscalationPath.OUTSIDE_AGENCY);
        afterTenSeconds(reminder);
        delivery.deliver(notice);
        delivery.deliver(statement);
        String why = "With the agency since 2 March 2026: nobody of us writes or calls until that is lifted";
        assertRefused(reminder, "with-agency", why);
        assertRefused(notice, "with-agency", why);
        assertThat(message(statement).state()).isEqualTo(MessageState.SENT);
        assertThat(reminders.queue(debtor.id(), AMIRA))
                .isInstanceOfSatisfying(
                        ReminderOutcome.NotQueued.class,
                        not -> assertThat(not.why().sentence())
                                .contains("No message is due.", "With the agency since 2 March 2026"));

        assertThat(escalations.act(agency, Deed.LIFT, "", "They pay again", AMIRA))
                .isEqualTo(new EscalationOutcome.Done(agency));
        MessageId again = remind(debtor);
        afterTenSeconds(again);
        assertThat(message(again).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aSuspensionOfServiceStopsNoLetter() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        approved(debtor, EscalationPath.SERVICE_SUSPENSION);
        afterTenSeconds(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
    }

    /** A recommendation that Clara has asked for and a manager approved. */
    private long approved(Debtor debtor, EscalationPath path) {
        String login = "gate-manager" + debtor.id();
        people.add(login, "Manager " + login, login + "@example.com", Set.of(Role.MANAGER), "no password", "test");
        EscalationOutcome opened = escalations.open(
                new EscalationDraft(
                        books.account(debtor.entity(), C1).value(),
                        path,
                        "Nothing helps",
                        EscalationDraft.Addressee.colleague(login)),
                Viewer.system("clara"));
        long id = ((EscalationOutcome.Done) opened).id();
        Viewer manager = people.credentials(login).orElseThrow().viewer();
        assertThat(escalations.act(id, Deed.APPROVE, "", "yes", manager)).isEqualTo(new EscalationOutcome.Done(id));
        return id;
    }

    @Test
    void aPersonWhoHasAskedNotToBeWrittenToGetsNothing() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        sql.execute("update ledger.contact set do_not_contact = true where customer_id = ?", debtor.id());
        afterTenSeconds(id);
        assertRefused(id, "person-asked-not", "Jana Okafor has asked not to be written to or called");
    }

    @Test
    void anAddressThatSomebodyElseSharesIsStillWrittenTo() {
        Debtor debtor = debtor();
        MessageId id = remind(debtor);
        sql.execute("update ledger.contact set do_not_contact = true where customer_id = ?", debtor.id());
        customers.addContact(
                new ContactDraft(
                        debtor.id(), "Accounts payable", ContactRole.OTHER, "Jana@printer.example", "", "en", false),
                "test");
        afterTenSeconds(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void atHalfPastEightInTheEveningAnAutomaticMessageWaitsForTheMorningAndThenLeaves() {
        Debtor debtor = debtor();
        clock.advance(Duration.ofHours(11).plusMinutes(30));
        MessageId id = queue(debtor, "NOTICE_1", Origin.AUTOMATIC);
        Instant morning = Instant.parse("2026-03-03T07:00:00Z");
        assertHeld(id, morning);

        Message waiting = message(id);
        assertThat(waiting.state()).isEqualTo(MessageState.QUEUED);
        assertThat(waiting.heldUntil()).isEqualTo(morning);
        assertThat(waiting.progress().reason()).contains("20:30", "Europe/London", "(rule: quiet-hours)");
        RefusalLine line = refusals(waiting).getFirst();
        assertThat(line.rule()).isEqualTo("quiet-hours");
        assertThat(line.until()).isEqualTo(morning);
        assertThat(timeline.of(debtor.customer(), null, 1).getFirst().activity().outcome())
                .isEqualTo("Put off");
        assertThat(MAIL_SERVER.delivered(waiting)).isEmpty();

        clock.advance(Duration.ofHours(10).plusMinutes(30));
        delivery.deliver(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(MAIL_SERVER.delivered(waiting)).hasSize(1);
    }

    @Test
    void aMessageThatWaitsCanBeCalledBackAndIsAskedAboutAgainWhenItsTimeHasCome() {
        Debtor debtor = debtor();
        clock.advance(Duration.ofHours(12));
        MessageId calledBack = queue(debtor, "NOTICE_1", Origin.AUTOMATIC);
        MessageId blocked = queue(debtor, "NOTICE_1", Origin.AUTOMATIC);
        assertHeld(calledBack, Instant.parse("2026-03-03T07:00:00Z"));
        assertHeld(blocked, Instant.parse("2026-03-03T07:00:00Z"));

        assertThat(outbox.recall(calledBack, "amira")).isEqualTo(new RecallOutcome.Recalled());
        overrides.blockContact(debtor.id(), null, "A lawyer answers", AMIRA);
        clock.advance(Duration.ofHours(10));
        delivery.deliver(calledBack);
        delivery.deliver(blocked);
        assertThat(message(calledBack).state()).isEqualTo(MessageState.RECALLED);
        assertThat(message(blocked).state()).isEqualTo(MessageState.REFUSED);
        assertThat(refusals(message(blocked)))
                .extracting(RefusalLine::rule)
                .containsExactly("do-not-contact", "quiet-hours");
    }

    @Test
    void overEasterAnAutomaticMessageWouldGrowTooOldAndIsRefusedAtOnce() {
        clock.setTo(LocalDate.parse("2026-04-02"));
        clock.advance(Duration.ofHours(11));
        MessageId id = queue(debtor(), "NOTICE_1", Origin.AUTOMATIC);
        afterTenSeconds(id);
        assertThat(message(id).state()).isEqualTo(MessageState.REFUSED);
        assertThat(refusals(message(id)).getFirst().reason()).contains("By then it would be too old: write a new one");
    }

    @Test
    void aMessageThatAPersonSendsLeavesAtNight() {
        Debtor debtor = debtor();
        clock.advance(Duration.ofHours(18));
        MessageId id = remind(debtor);
        afterTenSeconds(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aCustomerGetsOneMessageADayAndThreeAWeekAndStatementsDoNotCount() {
        Debtor debtor = debtor();
        for (int day = 0; day < 3; day++) {
            clock.setTo(TODAY.plusDays(day));
            MessageId today = queue(debtor, "NOTICE_1", Origin.BY_HAND);
            MessageId another = queue(debtor, "NOTICE_1", Origin.BY_HAND);
            afterTenSeconds(today);
            assertThat(message(today).state()).isEqualTo(MessageState.SENT);
            Throwable held = catchThrowable(() -> delivery.deliver(another));
            if (day < 2) {
                assertThat(held).isInstanceOf(MessageHeld.class);
                outbox.recall(another, "amira");
                assertThat(refusals(message(another)).getFirst().rule()).isEqualTo("one-message");
            }
        }
        clock.setTo(TODAY.plusDays(3));
        MessageId fourth = queue(debtor, "NOTICE_1", Origin.AUTOMATIC);
        MessageId statement = queue(debtor, "STATEMENT", Origin.BY_HAND);
        afterTenSeconds(fourth);
        delivery.deliver(statement);
        assertThat(message(fourth).state()).isEqualTo(MessageState.REFUSED);
        assertThat(refusals(message(fourth)).getFirst().rule()).isEqualTo("too-many-messages");
        assertThat(message(statement).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void refusalsAreFoundByRuleAndCustomerAndOnlyByThoseWhoWorkTheCustomer() {
        Debtor debtor = debtor();
        overrides.blockContact(debtor.id(), null, "Insolvent", AMIRA);
        MessageId id = queue(debtor, "NOTICE_1", Origin.BY_HAND);
        afterTenSeconds(id);
        String number = sql.fetchSingle("select number from ledger.customer where id = ?", debtor.id())
                .get(0, String.class);
        assertThat(lines(AMIRA, "do-not-contact", number))
                .extracting(RefusalLine::messageId)
                .contains(id.value());
        assertThat(lines(AMIRA, "quiet-hours", number))
                .extracting(RefusalLine::messageId)
                .doesNotContain(id.value());
        assertThat(lines(AMIRA, "do-not-contact", "nobody of this name")).isEmpty();
        Viewer stranger = new Viewer(7, "carla", "Carla", Set.of(Role.COLLECTOR), Set.of());
        assertThat(lines(stranger, "do-not-contact", number)).isEmpty();
    }

    @Test
    void nobodyChangesARefusalThatWasWrittenDown() {
        for (String change : List.of(
                "update correspondence.refusal set rule = 'another'",
                "delete from correspondence.refusal",
                "update collections.dialling set answer = 'GO'",
                "delete from collections.contact_policy")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private List<RefusalLine> lines(Viewer viewer, String rule, String customer) {
        return refusals.lines(viewer, new RefusalFilter(RefusalFilter.Show.ALL, rule, customer), null, 100);
    }

    private List<RefusalLine> refusals(Message message) {
        return lines(AMIRA, "", "").stream()
                .filter(line -> line.messageId() != null
                        && line.messageId() == message.id().value())
                .toList();
    }

    private void assertRefused(MessageId id, String rule, String reason) {
        Message message = message(id);
        assertThat(message.state()).isEqualTo(MessageState.REFUSED);
        assertThat(message.progress().reason()).isEqualTo(reason + " (rule: " + rule + ")");
        assertThat(MAIL_SERVER.delivered(message)).isEmpty();
        assertThat(refusals(message))
                .extracting(RefusalLine::rule, RefusalLine::reason, RefusalLine::until, RefusalLine::actor)
                .containsExactly(tuple(rule, reason, null, "amira"));
        assertThat(timeline.of(message.customer(), null, 10))
                .anySatisfy(entry -> assertThat(entry.activity().body()).contains(reason));
    }

    private void assertHeld(MessageId id, Instant until) {
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> delivery.deliver(id))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining(until.toString());
        clock.advance(Duration.ofSeconds(-10));
    }

    private void afterTenSeconds(MessageId id) {
        clock.advance(Duration.ofSeconds(10));
        delivery.deliver(id);
    }

    private Debtor debtor() {
        LegalEntity entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        ItemId invoice = books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, C1).value())
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Jana Okafor", ContactRole.ACCOUNTS_PAYABLE, "jana@printer.example", "", "en", false),
                "test");
        return new Debtor(entity, invoice, customer);
    }

    private MessageId remind(Debtor debtor) {
        return ((ReminderOutcome.Queued) reminders.queue(debtor.id(), AMIRA)).message();
    }

    private MessageId queue(Debtor debtor, String template, Origin origin) {
        OutgoingMessage message = new OutgoingMessage(
                debtor.customer(),
                template,
                Language.ENGLISH,
                new MailAddress("credit@alder-paper.example", ""),
                new MailAddress("jana@printer.example", ""),
                "About your account",
                "Please look at it.",
                "<p>Please look at it.</p>",
                List.of(),
                List.of(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                "amira",
                origin);
        return Objects.requireNonNull(transaction.execute(_ -> outbox.queue(message)));
    }

    private Message message(MessageId id) {
        return outbox.message(id).orElseThrow();
    }
}
