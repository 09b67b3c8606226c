package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.reminder.Brakes.Ending;
import org.quittance.collections.reminder.Brakes.Outcome;
import org.quittance.collections.reminder.Brakes.Stopped;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A run that would write to far more customers than usual waits for the manager; then exactly those get what is due. */
@ApplicationTest
class BrakesTest {

    /** Years after all other tests, whose policy and whose sendings are then not of that day. */
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 4);

    private static final Viewer MANAGER = Viewer.system("max");
    private static final Viewer LEAD = new Viewer(8, "lea", "Lea", Set.of(Role.TEAM_LEAD), Set.of());

    @Autowired
    private Brakes brakes;

    @Autowired
    private AutomaticSteps automaticSteps;

    @Autowired
    private ContactPolicies policies;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Outbox outbox;

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

    private LegalEntity entity;

    @BeforeEach
    void threeCustomersAreDue() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        List.of("C1", "C2", "C3").forEach(this::owes);
        night();
    }

    @AfterEach
    void noBrakeIsLeftToOtherTests() {
        brakes.holding().ifPresent(brake -> brakes.dismiss(brake.id(), "The test is over", MANAGER));
        clock.setTo(Books.TODAY);
    }

    @Test
    void aRunOfFarMoreThanUsualSendsNothingUntilTheManagerReleasesItAndThenExactlyThose() {
        int due = due();
        adopt(new Brake(2, 1, due - 1));

        long brake = braked();
        assertThat(messages("C1")).isEmpty();
        Stopped stopped = brakes.holding().orElseThrow();
        assertThat(stopped.why().customers()).isEqualTo(due);
        assertThat(stopped.waiting()).isEqualTo(due);

        assertThat(braked()).as("the same run again").isEqualTo(brake);
        owes("C4");
        night();
        assertThat(braked()).as("the next night").isEqualTo(brake);
        assertThat(brakes.holding().orElseThrow().waiting()).isEqualTo(due + 1);
        pay("C2");

        assertThat(brakes.release(brake, "I have looked at it", LEAD)).isEqualTo(Outcome.NOT_YOURS);
        assertThat(brakes.release(brake, " ", MANAGER)).isEqualTo(Outcome.NEEDS_A_REASON);
        automaticSteps.queueReleased(brake);
        assertThat(messages("C1")).as("before the release").isEmpty();
        assertThat(brakes.release(brake, "I have looked at it", MANAGER)).isEqualTo(Outcome.DONE);
        assertThat(brakes.release(brake, "Me too", MANAGER)).isEqualTo(Outcome.NOT_HELD);
        assertThat(brakes.dismiss(brake, "Rather not", MANAGER)).isEqualTo(Outcome.NOT_HELD);

        owes("C5");
        night();
        automaticSteps.queueReleased(brake);
        automaticSteps.queueReleased(brake);
        for (String written : List.of("C1", "C3", "C4")) {
            assertThat(messages(written)).as(written).hasSize(1);
            assertThat(messages(written).getFirst().actor()).isEqualTo("max");
        }
        assertThat(messages("C2")).as("has paid").isEmpty();
        assertThat(messages("C5")).as("came after the release").isEmpty();
        Brakes.End end = Objects.requireNonNull(brakes.latest(1).getFirst().end());
        assertThat(end.ending()).isEqualTo(Ending.RELEASED);
        assertThat(end.reason()).isEqualTo("I have looked at it");
        assertThat(end.at()).isEqualTo(clock.instant());
        assertThat(sql.fetchSingle(
                                "select count(*) from platform.scheduled_task where task_name = 'send-braked' and task_instance = ?",
                                Long.toString(brake))
                        .get(0, Long.class))
                .isEqualTo(1);
    }

    @Test
    void usualIsWhatWentOutOnEarlierDays() {
        adopt(new Brake(2, 1, 0));
        clock.setTo(TODAY.minusDays(1));
        brakes.noteSent(1, "test");
        clock.setTo(TODAY);
        brakes.noteSent(1_000, "test");
        braked();
        assertThat(brakes.holding().orElseThrow().why()).isEqualTo(new Brake.Stop(due(), 1, 2));
    }

    @Test
    void aDismissedRunSendsNothingAndTheNextIsLookedAtAfresh() {
        int due = due();
        adopt(new Brake(2, 1, due - 1));
        long brake = braked();
        assertThat(brakes.dismiss(brake, "The import was wrong", MANAGER)).isEqualTo(Outcome.DONE);
        automaticSteps.queueReleased(brake);
        assertThat(messages("C1")).isEmpty();
        assertThat(braked()).isGreaterThan(brake);
    }

    private long braked() {
        return ((AutomaticSteps.Outcome.Braked) automaticSteps.queueAll("nightly-run")).brake();
    }

    /** What other tests have left counts too, but for whom an answer waits to be read. */
    private int due() {
        return sql.fetchSingle("""
                        select count(distinct customer_id)
                        from collections.next_action_view
                        where automatic_items > 0
                          and (snoozed_until is null or snoozed_until <= ?)
                          and customer_id not in (select customer_id from correspondence.unread_answer_view)
                        """, TODAY).get(0, Integer.class);
    }

    private void adopt(Brake brake) {
        ContactPolicy policy = ContactPolicy.standard();
        ContactPolicy braking = new ContactPolicy(
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
                brake);
        int last = policies.versions().stream()
                .mapToInt(ContactPolicies.Version::version)
                .max()
                .orElse(0);
        assertThat(policies.adopt(new ContactPolicies.Draft(last, TODAY, braking, "For the test"), MANAGER))
                .isEmpty();
        assertThat(policies.on(TODAY)).isEqualTo(braking);
    }

    private void night() {
        assertThat(nightlyRun.run(TODAY, "test")).isInstanceOf(RunOutcome.Published.class);
    }

    private void owes(String account) {
        books.invoice(entity, account, account, 500_00, TODAY.minusDays(8));
        customers.addContact(
                new ContactDraft(
                        customer(account),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "jana@printer.example",
                        "",
                        "en",
                        false),
                "test");
    }

    private void pay(String account) {
        ItemId invoice = ItemId.of(sql.fetchSingle(
                        "select item_id from ledger.open_item where account_id = ?",
                        books.account(entity, account).value())
                .get(0, Long.class));
        ItemId payment = books.payment(entity, account, "P" + account, 500_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, 500_00)), new PostingContext(TODAY, "test", "test"));
    }

    private List<Message> messages(String account) {
        return outbox.messagesTo(CustomerId.of(customer(account)), null, 10);
    }

    private long customer(String account) {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, account).value())
                .get(0, Long.class);
    }
}
