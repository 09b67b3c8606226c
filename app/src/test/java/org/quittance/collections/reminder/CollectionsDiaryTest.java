package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.PromiseOutcome;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.collections.worklist.WorklistSummary;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.Channel;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.SendGate.Verdict;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.Section;
import org.quittance.correspondence.letter.Template;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class CollectionsDiaryTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String C1 = "C1";

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Worklist worklist;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private Promises promises;

    @Autowired
    private Overrides overrides;

    @Autowired
    private CallLog calls;

    @Autowired
    private Reminders reminders;

    @Autowired
    private SendForecast forecast;

    @Autowired
    private AutomaticSteps automaticSteps;

    @Autowired
    private ContactPolicies contactPolicies;

    @Autowired
    private StillOwed stillOwed;

    @Autowired
    private StrategyBook strategies;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Customers customers;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
    }

    @Test
    void aCustomerIsWrittenToCalledPromisesBreaksItsWordAndIsCalledAgain() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, C1, "4711", 5_000_00, TODAY.minusDays(8));
        addPayer(entity, C1);

        night(TODAY);
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
        assertThat(reminders.queue(customer(entity, C1), AMIRA)).isInstanceOf(ReminderOutcome.Queued.class);
        assertThat(next(entity)).isNull();

        night(TODAY.plusDays(4));
        assertThat(next(entity)).isEqualTo(Action.CALL);
        LocalDate promisedFor = TODAY.plusDays(6);
        CallReport promised = new CallReport(
                customer(entity, C1),
                Set.of(),
                Way.PLACED,
                CallResult.PROMISED,
                null,
                "Cheque run on Thursday",
                PromiseDraft.of(books.account(entity, C1), Money.of("5000", "EUR"), promisedFor),
                null);
        assertThat(calls.log(promised, AMIRA)).isInstanceOf(CallLogged.Logged.class);
        assertThat(next(entity)).isNull();
        assertThat(promiseState(entity)).isEqualTo(PromiseState.OPEN);

        night(TODAY.plusDays(8));
        assertThat(next(entity)).as("within the days of grace").isNull();

        night(TODAY.plusDays(9));
        assertThat(next(entity)).isEqualTo(Action.CALL);
        assertThat(promiseState(entity)).isEqualTo(PromiseState.BROKEN);
        assertThat(row(entity).promise()).isEqualTo(new WorklistRow.PromiseNote(PromiseState.BROKEN, promisedFor));
        assertThat(row(entity).reasons()).anyMatch(reason -> reason.contains("was broken"));
        assertThat(row(entity).pointFacts()).anyMatch(fact -> fact.sentence().contains("promise is broken"));

        calls.log(call(entity, CallResult.NO_ANSWER), AMIRA);
        assertThat(next(entity)).as("nobody was reached").isEqualTo(Action.CALL);
        calls.log(call(entity, CallResult.REFUSES), AMIRA);
        assertThat(next(entity)).isNull();

        night(TODAY.plusDays(14));
        assertThat(next(entity)).isEqualTo(Action.NOTICE_2);
        assertThat(timeline.of(CustomerId.of(customer(entity, C1)), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .containsExactly("Refuses to pay", "No answer", "Promised to pay", "EUR 5,000.00 by 8 March 2026");
    }

    @Test
    void whatWasPaidDisappearsAtOnce() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        night(TODAY);
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);

        pay(entity, invoice, 500_00);

        await().untilAsserted(() -> assertThat(worklist.count(AMIRA, of(entity, WorklistFilter.Show.EVERYTHING)))
                .isZero());
    }

    @Test
    void oneMessageIsAboutAllAccountsOfACustomerAndListsOnlyWhatIsDue() {
        LegalEntity first = writingEntity();
        LegalEntity second = sisterOf(first);
        books.invoice(first, C1, "A1", 100_00, TODAY.minusDays(8));
        books.invoice(first, C1, "A2", 200_00, TODAY.plusDays(20));
        ItemId promisedItem = books.invoice(first, C1, "A3", 300_00, TODAY.minusDays(9));
        books.invoice(second, C1, "B1", 400_00, TODAY.minusDays(40));
        addPayer(first, C1);
        promises.note(
                new PromiseDraft(
                        books.account(first, C1),
                        Money.of("300", "EUR"),
                        TODAY.plusDays(3),
                        List.of(promisedItem),
                        null,
                        ""),
                AMIRA);

        ReminderDraft.Ready draft = (ReminderDraft.Ready) reminders.preview(customer(first, C1), AMIRA);

        assertThat(draft.content().template()).isEqualTo(Template.NOTICE_1);
        assertThat(draft.content().sections()).extracting(Section::entity).containsExactly(first.name(), second.name());
        assertThat(draft.content().items()).extracting(item -> item.document()).containsExactly("A1", "B1");
        assertThat(draft.envelope().toAddress()).isEqualTo("jana@printer.example");
        assertThat(reminders.queue(customer(first, C1), AMIRA)).isInstanceOf(ReminderOutcome.Queued.class);
        assertThat(reminders.queue(customer(first, C1), AMIRA))
                .isInstanceOfSatisfying(
                        ReminderOutcome.NotQueued.class,
                        refused -> assertThat(refused.why().obstacle()).isEqualTo(ReminderDraft.Obstacle.NOTHING_DUE));
    }

    @Test
    void aMessageIsStoppedAtTheGateWhenWhatItListsIsPaid() {
        LegalEntity entity = writingEntity();
        ItemId one = books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        ItemId two = books.invoice(entity, C1, "2", 500_00, TODAY.minusDays(8));
        addPayer(entity, C1);
        Message message = queued(entity);
        assertThat(asked(message)).isEqualTo(new Verdict.Go());

        pay(entity, one, 500_00);
        assertThat(asked(message))
                .isInstanceOfSatisfying(
                        Verdict.Refuse.class,
                        refused -> assertThat(refused.rule()).isEqualTo("out-of-date"));
        pay(entity, two, 500_00);
        assertThat(asked(message))
                .isInstanceOfSatisfying(
                        Verdict.Refuse.class,
                        refused -> assertThat(refused.rule()).isEqualTo("paid"));
    }

    @Test
    void aMessageThatWasCalledBackHasNeverBeen() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        addPayer(entity, C1);
        night(TODAY);
        Message message = queued(entity);
        assertThat(next(entity)).isNull();

        outbox.recall(message.id(), "amira");

        await().untilAsserted(() -> assertThat(next(entity)).isEqualTo(Action.NOTICE_1));
        assertThat(row(entity).lastContact()).isNull();
    }

    @Test
    void messagesThatAreDueGoOutInBulkOneForEachCustomerAndNotTwice() {
        LegalEntity entity = writingEntity();
        for (String account : List.of("C1", "C2", "C3")) {
            books.invoice(entity, account, account, 500_00, TODAY.minusDays(8));
            addPayer(entity, account);
        }
        night(TODAY);
        overrides.snooze(books.account(entity, "C3").value(), TODAY.plusDays(2), "In talks", AMIRA);

        releaseTheBrake();
        automaticSteps.queueAll("test");
        automaticSteps.queueAll("test");

        assertThat(messages(entity, "C1")).hasSize(1);
        assertThat(messages(entity, "C2")).hasSize(1);
        assertThat(messages(entity, "C3")).isEmpty();
    }

    @Test
    void anAccountThatWasPutOffComesBackOnItsDay() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        long account = books.account(entity, C1).value();
        night(TODAY);

        assertThat(overrides.snooze(account, TODAY.plusDays(2), " ", AMIRA))
                .isEqualTo(Overrides.Outcome.NEEDS_A_REASON);
        assertThat(overrides.snooze(account, TODAY, "Later", AMIRA)).isEqualTo(Overrides.Outcome.NOT_AHEAD);
        assertThat(overrides.snooze(account, TODAY.plusDays(2), "Holidays", AMIRA))
                .isEqualTo(Overrides.Outcome.DONE);
        assertThat(next(entity)).isNull();
        assertThat(worklist.rows(AMIRA, of(entity, WorklistFilter.Show.SNOOZED), 0, 10))
                .extracting(WorklistRow::snoozedUntil)
                .containsExactly(TODAY.plusDays(2));

        clock.setTo(TODAY.plusDays(2));
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
        overrides.snooze(account, TODAY.plusDays(9), "Holidays", AMIRA);
        overrides.wake(account, AMIRA);
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
    }

    @Test
    void whoIsNotToBeContactedIsReviewedByAPerson() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        addPayer(entity, C1);
        night(TODAY);

        overrides.blockContact(customer(entity, C1), null, "Insolvent", AMIRA);
        assertThat(next(entity)).isEqualTo(Action.REVIEW);
        assertThat(reminders.preview(customer(entity, C1), AMIRA)).isInstanceOf(ReminderDraft.Impossible.class);

        overrides.liftBlock(customer(entity, C1), "Mistake", AMIRA);
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
    }

    @Test
    void collectorsSeeAndTouchTheirOwnPortfoliosOnly() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, "MINE", "1", 500_00, TODAY.minusDays(8));
        books.invoice(entity, "YOURS", "2", 700_00, TODAY.minusDays(8));
        long mine = people.addPortfolio("Portfolio " + entity.code(), null, "test");
        long account = books.account(entity, "MINE").value();
        books.moveTo(mine, account);
        Viewer collector = new Viewer(7, "carla", "Carla", Set.of(Role.COLLECTOR), Set.of(mine));
        night(TODAY);

        assertThat(worklist.rows(collector, WorklistFilter.toDo(), 0, 10))
                .extracting(row -> row.account().accountNumber())
                .containsExactly("MINE");
        WorklistSummary summary = worklist.summary(collector);
        assertThat(summary.toDo()).isEqualTo(1);
        assertThat(summary.atStake()).containsExactly(Money.of("500", "EUR"));
        long yours = books.account(entity, "YOURS").value();
        assertThat(overrides.snooze(yours, TODAY.plusDays(2), "Later", collector))
                .isEqualTo(Overrides.Outcome.NOT_FOUND);
        assertThat(nextActions.ofCustomer(collector, customer(entity, "YOURS"))).isEmpty();
        assertThat(promises.note(
                        PromiseDraft.of(books.account(entity, "YOURS"), Money.of("1", "EUR"), TODAY), collector))
                .isEqualTo(new PromiseOutcome.Refused(PromiseOutcome.Refusal.NO_SUCH_ACCOUNT));

        long unassigned =
                sql.fetchSingle("select min(id) from identity.portfolio").get(0, Long.class);
        books.moveTo(unassigned, account);
        assertThat(worklist.rows(collector, WorklistFilter.toDo(), 0, 10)).isEmpty();
    }

    @Test
    void aPromiseIsKeptByMoneyInTimeAndCanBeWithdrawn() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(8));
        long customer = customer(entity, C1);
        PromiseDraft draft = new PromiseDraft(
                books.account(entity, C1),
                Money.of("500", "EUR"),
                TODAY.plusDays(3),
                List.of(invoice),
                null,
                "By bank");
        promises.note(draft, AMIRA);
        pay(entity, invoice, 500_00);

        PromiseView kept = promises.ofCustomer(AMIRA, customer).getFirst();
        assertThat(kept.check().state()).isEqualTo(PromiseState.KEPT);
        assertThat(kept.documents()).containsExactly("1");

        assertThat(promises.withdraw(kept.check().promise().id(), "", AMIRA))
                .isEqualTo(Promises.Withdrawal.NEEDS_A_REASON);
        assertThat(promises.withdraw(kept.check().promise().id(), "Entered twice", AMIRA))
                .isEqualTo(Promises.Withdrawal.DONE);
        assertThat(promises.ofCustomer(AMIRA, customer)).isEmpty();
    }

    @Test
    void aPromiseOfMoreThanIsOpenOrForAPastDayIsRefused() {
        LegalEntity entity = books.entity("EUR");
        ItemId other = books.invoice(entity, "C2", "2", 500_00, TODAY);
        books.invoice(entity, C1, "1", 500_00, TODAY);
        Object[][] refused = {
            {draft(entity, "0", TODAY, List.of()), PromiseOutcome.Refusal.NOTHING_PROMISED},
            {draft(entity, "1", TODAY.minusDays(1), List.of()), PromiseOutcome.Refusal.DUE_IN_THE_PAST},
            {draft(entity, "1", TODAY.plusYears(2), List.of()), PromiseOutcome.Refusal.TOO_FAR_AHEAD},
            {draft(entity, "1", TODAY, List.of(other)), PromiseOutcome.Refusal.NOT_OPEN},
            {draft(entity, "500.01", TODAY, List.of()), PromiseOutcome.Refusal.MORE_THAN_OPEN},
        };
        for (Object[] row : refused) {
            assertThat(promises.note((PromiseDraft) row[0], AMIRA))
                    .isEqualTo(new PromiseOutcome.Refused((PromiseOutcome.Refusal) row[1]));
        }
    }

    @Test
    void aCallIsWrittenDownWholeOrNotAtAll() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, C1, "1", 500_00, TODAY.minusDays(12));
        CallReport report = new CallReport(
                customer(entity, C1),
                Set.of(),
                Way.RECEIVED,
                CallResult.PROMISED,
                null,
                "",
                draft(entity, "900", TODAY, List.of()),
                new FollowUp(TODAY.plusDays(1), "Call back"));

        assertThat(calls.log(report, AMIRA))
                .isInstanceOfSatisfying(
                        CallLogged.Refused.class,
                        refused -> assertThat(refused.part()).isEqualTo(CallLogged.Part.PROMISE));
        assertThat(timeline.of(CustomerId.of(customer(entity, C1)), null, 10)).isEmpty();

        calls.log(
                new CallReport(
                        report.customerId(),
                        Set.of(),
                        Way.PLACED,
                        CallResult.NO_ANSWER,
                        null,
                        "",
                        null,
                        new FollowUp(TODAY.plusDays(1), "Call back")),
                AMIRA);
        assertThat(timeline.of(CustomerId.of(customer(entity, C1)), null, 10))
                .extracting(entry -> entry.activity().kind())
                .containsExactly(Activity.Kind.CALL, Activity.Kind.SYSTEM);
        night(TODAY);
        assertThat(next(entity)).isNull();
        night(TODAY.plusDays(1));
        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
    }

    /** The tests share one database, in which any number of customers may be due. */
    @Test
    void aNoticeThatTheStrategyLeavesToAPersonWaitsForOne() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, C1, "4711", 5_000_00, TODAY.minusDays(8));
        addPayer(entity, C1);
        Step notice = Step.draft("n1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 5, 1)
                .execution(Execution.BY_HAND)
                .step();
        Audience ours = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        strategies.save(
                new StrategyContent("letters-by-hand", "Letters by hand", "", 4, ours, List.of(notice)), 0, "test");
        strategies.release("letters-by-hand", 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "test");
        night(TODAY);

        assertThat(next(entity)).isEqualTo(Action.NOTICE_1);
        assertThat(reminders.queueByItself(customer(entity, C1), "night"))
                .isInstanceOf(ReminderOutcome.NotQueued.class);
        assertThat(reminders.queue(customer(entity, C1), AMIRA)).isInstanceOf(ReminderOutcome.Queued.class);
        assertThat(next(entity)).as("the step is taken").isNull();
        strategies.end("letters-by-hand", TODAY, "The test is over", "test");
    }

    @Test
    void whereEverybodyHasAskedNotToBeContactedOnlyAPersonWritesToTheCompany() {
        LegalEntity entity = writingEntity();
        books.invoice(entity, C1, "4711", 5_000_00, TODAY.minusDays(8));
        addPayer(entity, C1);
        long customer = customer(entity, C1);
        sql.execute("update ledger.contact set do_not_contact = true where customer_id = ?", customer);
        sql.execute("update ledger.customer set address = '14 Mill Lane', country = 'GB' where id = ?", customer);
        night(TODAY);

        assertThat(reminders.queueByItself(customer, "night"))
                .isInstanceOfSatisfying(
                        ReminderOutcome.NotQueued.class,
                        kept -> assertThat(kept.why().sentence()).isEqualTo(Correspondents.EVERYBODY_ASKED_NOT));
        assertThat(reminders.preview(customer, AMIRA))
                .isInstanceOfSatisfying(
                        ReminderDraft.Ready.class,
                        ready -> assertThat(forecast.of(OutgoingMessage.of(
                                        ready.content(),
                                        Letters.unprinted(ready.content()),
                                        ready.envelope(),
                                        "amira")))
                                .contains(new SendForecast.Word(Correspondents.TO_THE_COMPANY, null)));
        assertThat(reminders.queue(customer, AMIRA))
                .isInstanceOfSatisfying(
                        ReminderOutcome.Queued.class,
                        written -> assertThat(written.way()).isEqualTo(Channel.LETTER));
    }

    private void releaseTheBrake() {
        ContactPolicy policy = ContactPolicy.standard();
        ContactPolicy free = new ContactPolicy(
                policy.callHours(),
                policy.messageHours(),
                policy.days(),
                policy.holidays(),
                policy.calls(),
                policy.messages(),
                policy.afterConversationDays(),
                policy.byHand(),
                policy.exemptTemplates(),
                policy.personalSegments(),
                policy.lawsForAll(),
                new Brake(3, 10, 1_000_000));
        int last = contactPolicies.versions().stream()
                .mapToInt(ContactPolicies.Version::version)
                .max()
                .orElse(0);
        assertThat(contactPolicies.adopt(new ContactPolicies.Draft(last, TODAY, free, "For the tests"), AMIRA))
                .isEmpty();
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        assertThat(nightlyRun.run(day, "test")).isInstanceOf(RunOutcome.Published.class);
    }

    /** What is to be done about the entity's only account; null where it is not on the worklist. */
    private @Nullable Action next(LegalEntity entity) {
        return worklist.rows(AMIRA, of(entity, WorklistFilter.Show.TO_DO), 0, 10).stream()
                .map(row -> row.next().action())
                .findFirst()
                .orElse(null);
    }

    private WorklistRow row(LegalEntity entity) {
        return worklist.rows(AMIRA, of(entity, WorklistFilter.Show.EVERYTHING), 0, 10)
                .getFirst();
    }

    private PromiseState promiseState(LegalEntity entity) {
        return promises.ofCustomer(AMIRA, customer(entity, C1))
                .getFirst()
                .check()
                .state();
    }

    private static WorklistFilter of(LegalEntity entity, WorklistFilter.Show show) {
        return new WorklistFilter(show, entity.id(), null, null, null);
    }

    private CallReport call(LegalEntity entity, CallResult result) {
        return new CallReport(customer(entity, C1), Set.of(), Way.PLACED, result, null, "", null, null);
    }

    private PromiseDraft draft(LegalEntity entity, String amount, LocalDate due, List<ItemId> items) {
        return new PromiseDraft(books.account(entity, C1), Money.of(amount, "EUR"), due, items, null, "");
    }

    private Message queued(LegalEntity entity) {
        ReminderOutcome outcome = reminders.queue(customer(entity, C1), AMIRA);
        MessageId id = ((ReminderOutcome.Queued) outcome).message();
        return outbox.message(id).orElseThrow();
    }

    private Verdict asked(Message message) {
        return transaction.execute(status -> stillOwed.ask(message));
    }

    private List<Message> messages(LegalEntity entity, String account) {
        return outbox.messagesTo(CustomerId.of(customer(entity, account)), null, 10);
    }

    private void pay(LegalEntity entity, ItemId invoice, long minor) {
        ItemId payment = books.payment(entity, C1, "P" + invoice, minor, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, minor)), new PostingContext(TODAY, "test", "test"));
    }

    private LegalEntity writingEntity() {
        LegalEntity entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        return entity;
    }

    /** Another entity of the group that knows the customers by the same numbers. */
    private LegalEntity sisterOf(LegalEntity entity) {
        return entities.add(
                new LegalEntity(
                        0,
                        entity.code() + "B",
                        entity.name() + " B",
                        "EUR",
                        "NL",
                        "en",
                        entity.customerMaster(),
                        "",
                        "",
                        "",
                        ""),
                "test");
    }

    private long customer(LegalEntity entity, String account) {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, account).value())
                .get(0, Long.class);
    }

    private void addPayer(LegalEntity entity, String account) {
        customers.addContact(
                new ContactDraft(
                        customer(entity, account),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "jana@printer.example",
                        "",
                        "en",
                        false),
                "test");
    }
}
