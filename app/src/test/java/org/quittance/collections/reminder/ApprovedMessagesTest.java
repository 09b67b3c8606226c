package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.ApprovedMessages;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.decision.StepApprovals.Seen;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.collections.StepVerdict.Kind;
import org.quittance.core.money.Money;
import org.quittance.identity.Absences;
import org.quittance.identity.People;
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

/** A notice that a lead approves and a person sends: who is told of it, and for how long. */
@ApplicationTest
class ApprovedMessagesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final String CODE = "approved-by-hand";

    @Autowired
    private ApprovedMessages approved;

    @Autowired
    private StepApprovals approvals;

    @Autowired
    private Reminders reminders;

    @Autowired
    private AutomaticSending sending;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private StrategyBook book;

    @Autowired
    private Overrides overrides;

    @Autowired
    private Absences absences;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private AutomaticSending.Mode before;
    private LegalEntity entity;
    private long account;
    private long customer;
    private long portfolio;
    private String clara;
    private String omar;
    private String tessa;
    private String maria;

    @BeforeEach
    void aTeamAndACustomerWhoOwes() {
        clock.setTo(TODAY);
        before = sending.mode();
        sending.switchTo(AutomaticSending.Mode.ON, "test");
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        books.invoice(entity, "C1", "INV-1", 900_00, TODAY.minusDays(8));
        account = books.account(entity, "C1").value();
        customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Jana Okafor", ContactRole.ACCOUNTS_PAYABLE, "jana@printer.example", "", "en", false),
                "test");
        String of = entity.code().toLowerCase(Locale.ROOT);
        clara = person("clara-" + of, Role.COLLECTOR);
        omar = person("omar-" + of, Role.COLLECTOR);
        tessa = person("tessa-" + of, Role.TEAM_LEAD);
        maria = person("maria-" + of, Role.MANAGER);
        portfolio = people.addPortfolio("Of " + clara, id(clara), "test");
        people.openPortfolio(portfolio, id(tessa), "test");
        books.moveTo(portfolio, account);
    }

    @AfterEach
    void endTheStrategy() {
        clock.setTo(TODAY);
        sending.switchTo(before, "test");
        book.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void theCollectorIsToldByWhomAndWhenItWasApprovedUntilItIsSent() {
        follow(notice(Execution.BY_HAND, StepOwner.COLLECTOR));
        assertThat(approved.count(viewer(clara))).as("not approved yet").isZero();
        approve();

        assertThat(approved.count(viewer(clara))).isEqualTo(1);
        assertThat(approved.waiting(viewer(clara), 10)).singleElement().satisfies(line -> {
            assertThat(line.customerId()).isEqualTo(customer);
            assertThat(line.approved().by()).isEqualTo(tessa);
            assertThat(line.approved().on()).isEqualTo(TODAY);
            assertThat(line.approved().amounts()).containsExactly(Money.of("900", "EUR"));
        });
        assertThat(approved.count(viewer(tessa)))
                .as("whose work it is not is not told of it")
                .isZero();
        assertThat(approved.count(viewer(maria))).isZero();
        assertThat(approved.count(viewer(omar))).isZero();

        overrides.snooze(account, TODAY.plusDays(2), "They are on holiday", viewer(clara));
        assertThat(approved.waiting(viewer(clara), 10))
                .as("what was put off may still be sent")
                .extracting(ApprovedMessages.Line::snoozedUntil)
                .containsOnly(TODAY.plusDays(2));
        overrides.wake(account, viewer(clara));
        assertThat(approved.count(viewer(clara))).isEqualTo(1);

        assertThat(reminders.queue(customer, viewer(clara))).isInstanceOf(ReminderOutcome.Queued.class);
        assertThat(approved.count(viewer(clara))).as("sent").isZero();
        assertThat(approved.waiting(viewer(clara), 10)).isEmpty();
    }

    @Test
    void whoeverCoversIsToldAndAfterAFortnightNobody() {
        follow(notice(Execution.BY_HAND, StepOwner.COLLECTOR));
        approve();
        absences.enter(new Absences.Wish(id(clara), id(maria), TODAY, TODAY.plusDays(20), "Holiday"), viewer(tessa));
        assertThat(approved.count(viewer(maria))).as("covers").isEqualTo(1);
        night(TODAY.plusDays(13));
        assertThat(approved.count(viewer(maria))).isEqualTo(1);
        night(TODAY.plusDays(14));
        assertThat(approved.count(viewer(maria))).as("the approval lapsed").isZero();
    }

    @Test
    void whatIsALeadsIsToldToLeadsWhoSeeTheAccount() {
        follow(notice(Execution.BY_HAND, StepOwner.LEAD));
        approve();
        assertThat(approved.count(viewer(tessa))).isEqualTo(1);
        assertThat(approved.count(viewer(clara))).isZero();
        people.closePortfolio(portfolio, id(tessa), "test");
        assertThat(approved.count(viewer(tessa))).isZero();
    }

    @Test
    void whatTheNightSendsIsToldOnlyWhileItSendsNothing() {
        follow(notice(Execution.AUTOMATIC, StepOwner.COLLECTOR));
        approve();
        assertThat(approved.count(viewer(clara))).isZero();
        sending.switchTo(AutomaticSending.Mode.PROPOSE, "test");
        assertThat(approved.count(viewer(clara))).isEqualTo(1);
        assertThat(approved.waiting(viewer(clara), 10)).hasSize(1);
    }

    private Step notice(Execution execution, StepOwner owner) {
        return Step.draft("notice-1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 0, 1)
                .execution(execution)
                .approval(Approval.LEAD)
                .owner(owner)
                .step();
    }

    private void follow(Step step) {
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        Audience audience = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        book.save(new StrategyContent(CODE, "Sent by hand", "", 7, audience, List.of(step)), version, "test");
        book.release(CODE, version + 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
        night(TODAY);
    }

    private void approve() {
        List<Seen> seen = approvals.waiting(viewer(tessa), StepApprovals.MOST).stream()
                .filter(line -> line.accountId() == account)
                .map(line -> new Seen(
                        account,
                        line.awaited().step().id(),
                        line.awaited().items().stream()
                                .map(concern -> concern.item().value())
                                .collect(Collectors.toSet())))
                .toList();
        assertThat(approvals.say(seen, Kind.APPROVED, "", viewer(tessa)).done()).isEqualTo(1);
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        nightlyRun.run(day, "test");
    }

    private String person(String login, Role role) {
        people.add(login, login, login + "@example.test", Set.of(role), "none", "test");
        return login;
    }

    private long id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }

    private Viewer viewer(String login) {
        return people.credentials(login).orElseThrow().viewer();
    }
}
