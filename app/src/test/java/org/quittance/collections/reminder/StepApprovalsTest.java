package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.decision.StepApprovals.Line;
import org.quittance.collections.decision.StepApprovals.Refusal;
import org.quittance.collections.decision.StepApprovals.Refused;
import org.quittance.collections.decision.StepApprovals.Seen;
import org.quittance.collections.decision.StepChoices;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepVerdict.Kind;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.letter.Letters;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A notice that a lead approves, and a final one that a collector chooses and the credit manager approves. */
@ApplicationTest
class StepApprovalsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final String CODE = "approved-letters";
    private static final Viewer MARIA = new Viewer(911, "maria-approves", "Maria", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private StepApprovals approvals;

    @Autowired
    private StepChoices choices;

    @Autowired
    private Reminders reminders;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private StrategyBook book;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long account;
    private long customer;
    private Viewer lead;
    private Viewer collector;

    @BeforeEach
    void aCustomerWhoOwesUnderAStrategyThatAsksFirst() {
        clock.setTo(TODAY);
        entity = writingEntity();
        books.invoice(entity, "C1", "INV-1", 900_00, TODAY.minusDays(8));
        account = books.account(entity, "C1").value();
        customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        addPayer();
        long portfolio = sql.fetchSingle("select portfolio_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        lead = new Viewer(912, "tessa-approves", "Tessa", Set.of(Role.TEAM_LEAD), Set.of(portfolio));
        collector = new Viewer(913, "clara-proposes", "Clara", Set.of(Role.COLLECTOR), Set.of(portfolio));
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        Money none = Money.of("0", entity.currency());
        book.save(
                new StrategyContent(
                        CODE,
                        "Letters that are approved",
                        "",
                        7,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(
                                Step.draft("notice-1", Action.NOTICE_1, none)
                                        .placed(5, 0, 1)
                                        .approval(Approval.LEAD)
                                        .step(),
                                Step.draft("call", Action.CALL, none)
                                        .placed(20, 5, 2)
                                        .step(),
                                Step.draft("notice-3", Action.NOTICE_3, none)
                                        .placed(30, 5, 3)
                                        .approval(Approval.MANAGER)
                                        .step())),
                version,
                "test");
        book.release(CODE, version + 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
        nightlyRun.run(TODAY, "test");
    }

    @AfterEach
    void endTheStrategy() {
        clock.setTo(TODAY);
        book.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void aLetterLeavesOnceALeadHasApprovedItAndForNoMoreThanTheySaw() {
        assertThat(reminders.queueByItself(customer, "night")).isInstanceOf(ReminderOutcome.NotQueued.class);
        assertThat(reminders.queue(customer, collector)).isInstanceOf(ReminderOutcome.NotQueued.class);
        Line waiting = line(lead);
        assertThat(waiting.awaited().step().action()).isEqualTo(Action.NOTICE_1);
        assertThat(reminders.awaited(new Proposal(account, "notice-1"), lead))
                .as("what whoever approves it reads")
                .isInstanceOfSatisfying(ReminderDraft.Ready.class, letter -> {
                    assertThat(Letters.preview(letter.content()).text()).contains("INV-1");
                    assertThat(letter.concerns()).containsOnlyKeys(account);
                });
        assertThat(reminders.awaited(new Proposal(account, "notice-3"), lead))
                .isInstanceOf(ReminderDraft.Impossible.class);
        assertThat(approvals.count(lead)).isPositive();
        books.invoice(entity, "C1", "INV-2", 50_00, TODAY.minusDays(7));
        nightlyRun.run(TODAY, "test");

        Seen seen = seen(waiting);
        assertThat(approvals.say(List.of(seen), Kind.APPROVED, "", collector).refused())
                .containsExactly(new Refused(waiting.customerName(), Refusal.NEEDS_A_LEAD));
        assertThat(approvals.say(List.of(seen), Kind.APPROVED, "", lead).done()).isEqualTo(1);

        assertThat(line(lead).awaited().items())
                .as("what came meanwhile waits on")
                .extracting(concern -> concern.document())
                .containsExactly("INV-2");
        assertThat(approvals.say(List.of(seen), Kind.APPROVED, "", lead).refused())
                .containsExactly(new Refused(waiting.customerName(), Refusal.NOT_AWAITED));
        assertThat(reminders.queueByItself(customer, "night"))
                .isInstanceOfSatisfying(
                        ReminderOutcome.Queued.class,
                        queued -> assertThat(queued.items()).isEqualTo(1));
        assertThat(timeline.of(CustomerId.of(customer), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .contains("Notice 1 approved");
    }

    @Test
    void whatIsDeclinedIsNotTakenSaysWhyAndComesBackAfterAWait() {
        Seen seen = seen(line(lead));
        assertThat(approvals.say(List.of(), Kind.APPROVED, "", lead).refused())
                .containsExactly(new Refused("", Refusal.NOTHING_MARKED));
        assertThat(approvals.say(List.of(seen), Kind.DECLINED, " ", lead).refused())
                .containsExactly(new Refused("", Refusal.NEEDS_A_REASON));
        assertThat(approvals
                        .say(List.of(seen), Kind.DECLINED, "They pay on Friday", lead)
                        .done())
                .isEqualTo(1);

        assertThat(approvals.waiting(lead, 100)).noneMatch(line -> line.accountId() == account);
        assertThat(reminders.queueByItself(customer, "night")).isInstanceOf(ReminderOutcome.NotQueued.class);
        assertThat(reasons()).anyMatch(reason -> reason.contains("tessa-approves declined Notice 1"));
        night(TODAY.plusDays(6));
        assertThat(approvals.waiting(lead, 100)).noneMatch(line -> line.accountId() == account);
        night(TODAY.plusDays(7));
        assertThat(line(lead).awaited().step().action()).isEqualTo(Action.NOTICE_1);
    }

    @Test
    void nobodyApprovesWhatTheyHaveChosenThemselves() {
        approvals.say(List.of(seen(line(lead))), Kind.APPROVED, "", lead);
        assertThat(reminders.queueByItself(customer, "night")).isInstanceOf(ReminderOutcome.Queued.class);
        night(TODAY.plusDays(12));
        assertThat(choices.choose(account, "notice-3", "Nobody answers", MARIA)).isEqualTo(StepChoices.Outcome.CHOSEN);

        Line waiting = line(MARIA);
        assertThat(waiting.awaited().proposedBy()).isEqualTo(MARIA.login());
        assertThat(waiting.objections()).containsExactly(Refusal.OWN_PROPOSAL);
        assertThat(approvals
                        .say(List.of(seen(waiting)), Kind.APPROVED, "", MARIA)
                        .refused())
                .extracting(Refused::why)
                .containsExactly(Refusal.OWN_PROPOSAL);
        assertThat(approvals
                        .say(List.of(seen(waiting)), Kind.APPROVED, "", lead)
                        .refused())
                .extracting(Refused::why)
                .containsExactly(Refusal.NEEDS_THE_MANAGER);
        Viewer other = new Viewer(914, "mona-approves", "Mona", Set.of(Role.MANAGER), Set.of());
        assertThat(approvals
                        .say(List.of(seen(waiting)), Kind.APPROVED, "", other)
                        .done())
                .isEqualTo(1);
        assertThat(reminders.queueByItself(customer, "night"))
                .isInstanceOfSatisfying(
                        ReminderOutcome.Queued.class,
                        queued -> assertThat(queued.action()).isEqualTo(Action.NOTICE_3));
    }

    private Line line(Viewer viewer) {
        return approvals.waiting(viewer, 100).stream()
                .filter(line -> line.accountId() == account)
                .findFirst()
                .orElseThrow();
    }

    private static Seen seen(Line line) {
        return new Seen(
                line.accountId(),
                line.awaited().step().id(),
                Set.copyOf(line.awaited().items().stream()
                        .map(concern -> concern.item().value())
                        .toList()));
    }

    private List<String> reasons() {
        return nextActions.ofCustomer(MARIA, customer).getFirst().next().reasons().stream()
                .map(Reason::sentence)
                .toList();
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        nightlyRun.run(day, "test");
    }

    private LegalEntity writingEntity() {
        LegalEntity writing = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", writing.id());
        return writing;
    }

    private void addPayer() {
        customers.addContact(
                new ContactDraft(
                        customer, "Jana Okafor", ContactRole.ACCOUNTS_PAYABLE, "jana@printer.example", "", "en", false),
                "test");
    }
}
