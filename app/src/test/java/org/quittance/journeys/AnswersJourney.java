package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.LocatorOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.reminder.AutomaticSteps;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Answers;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer answers; until somebody has read it the night leaves them alone, and then they are written to again. */
@Journey
class AnswersJourney {

    private static final Viewer AMIRA = Viewer.system("amira");

    @Autowired
    private Answers answers;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Reminders reminders;

    @Autowired
    private AutomaticSteps automaticSteps;

    @Autowired
    private ContactPolicies policies;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;
    private String number;
    private String ada;

    @BeforeEach
    void aCustomerOwes() {
        clock.setTo(Books.TODAY);
        LegalEntity entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        books.invoice(entity, "A1", "A-1", 500_00, Books.TODAY.minusDays(8));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        number = "Answering " + entity.code();
        sql.execute("update ledger.customer set name = ? where id = ?", number, customer);
        ada = "ada-" + customer + "@answering.example";
        customers.addContact(
                new ContactDraft(customer, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, ada, "", "en", false), "test");
        nightlyRun.run(Books.TODAY, "test");
    }

    @Test
    void aMailboxThatCannotBeReadIsSeenByWhoeverMaySeeToIt(Visitor visitor) {
        sql.execute("""
                insert into correspondence.connection (kind, place, failing_since, fault, words, tried_again_at)
                values ('MAILBOX', 'nobody@127.0.0.1/INBOX', '2026-03-02 08:15Z', 'SIGN_IN_REFUSED', 'LOGIN failed', '2100-01-01')
                on conflict (kind, place) do update
                set failing_since = excluded.failing_since, fault = excluded.fault, words = excluded.words, tried_again_at = excluded.tried_again_at
                """);
        String sentence = "The mailbox nobody@127.0.0.1/INBOX refuses login and password since";
        visitor.signInAs(Role.MANAGER);
        for (String page : List.of("/today", "/outbox", "/outbox/answers", "/outbox/text-messages")) {
            visitor.open(page);
            assertThat(visitor.reads())
                    .contains(sentence, "LOGIN failed.", "correct QUITTANCE_IMAP_USER and QUITTANCE_IMAP_PASSWORD");
        }
        visitor.assertAccessible("answers-mailbox-failing");
        visitor.forgetsSession();
        visitor.signInAs(Role.ADMINISTRATOR);
        visitor.open("/people");
        assertThat(visitor.reads()).contains(sentence);
        visitor.assertAccessible("people-mailbox-failing");
        visitor.forgetsSession();
        visitor.signInAs(Role.COLLECTOR);
        visitor.open("/today");
        assertThat(visitor.reads()).doesNotContain(sentence);
        sql.execute(
                "update correspondence.connection set failing_since = null, fault = null, words = '', tried_again_at = null where place = 'nobody@127.0.0.1/INBOX'");
    }

    @Test
    void anAnswerIsReadAndTheCustomerIsWrittenToAgain(Visitor manager) {
        releaseTheBrake();
        arrives(
                "From: Ada Blum <%s>\nSubject: Invoice A-1\nMessage-ID: <own-%d@answering.example>\n\nWe wait for the credit note.\n"
                        .formatted(ada, customer));
        automaticSteps.queueAll("test");
        assertThat(outbox.messagesTo(CustomerId.of(customer), null, 10)).isEmpty();

        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        assertThat(manager.reads())
                .contains(
                        "They have answered",
                        "We wait for the credit note.",
                        "Read the answer",
                        "Ada Blum has written on 2 March 2026, \"Invoice A-1\": read it");
        manager.assertAccessible("customer-answered");
        manager.open("/outbox");
        manager.follow("Answers");
        assertThat(manager.reads()).contains("Invoice A-1", "From a contact", number);
        manager.assertAccessible("answers");
        manager.page()
                .locator("tr", new LocatorOptions().setHasText(number))
                .locator("a[href^='/outbox/answers/']")
                .click();
        manager.page().locator(".q-mail").first().waitFor();
        manager.assertAccessible("answer");
        manager.page().keyboard().press("r");
        manager.page().locator("#flash").getByText("The answer is read").waitFor();
        assertThat(manager.reads()).contains("by manager");
        assertThat(manager.fetch("/outbox/answers/export?format=CSV").text()).contains(ada, "From a contact");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("Notice 1").doesNotContain("Read the answer");

        automaticSteps.queueAll("test");
        assertThat(outbox.messagesTo(CustomerId.of(customer), null, 10)).hasSize(1);
    }

    @Test
    void withoutJavaScriptAStrangersMailIsGivenToItsCustomer(
            @WithoutJavaScript Visitor manager, @WithoutJavaScript Visitor auditor) {
        arrives(
                "From: Sam <sam@stranger.example>\nSubject: Who %d\nMessage-ID: <sam-%d@stranger.example>\n\nPaid <b>yesterday</b>\n"
                        .formatted(customer, customer));
        manager.signInAs(Role.MANAGER);
        manager.open("/outbox/answers?show=TO_BE_READ");
        manager.follow("Who " + customer);
        assertThat(manager.reads()).contains("Paid <b>yesterday</b>", "not known");
        manager.page().getByLabel("Customer").fill("nobody of this name");
        manager.press("It is theirs");
        assertThat(manager.flash()).contains("No customer of yours has this number");
        manager.page().getByLabel("Customer").fill(number);
        manager.press("It is theirs");
        assertThat(manager.flash()).isEqualTo("It stands on their timeline.");
        String answer = manager.at();
        manager.open("/customers/" + customer);
        manager.press("Read: Who " + customer);
        assertThat(manager.flash()).contains("The answer is read.");
        assertThat(manager.reads()).doesNotContain("They have answered");

        auditor.signInAs(Role.AUDITOR);
        assertThat(auditor.open(answer)).isEqualTo(200);
        assertThat(auditor.postByHand(answer + "/reading", Map.of())).isEqualTo(403);
        assertThat(auditor.fetch(answer + "/file").headers().get("content-disposition"))
                .startsWith("attachment");
    }

    @Test
    void aLetterThatCameBackIsSeenInTheOutboxAndItsAddressCanBeTakenUpAgain(Visitor manager) {
        ReminderOutcome outcome = reminders.queue(customer, AMIRA);
        Message message =
                outbox.message(((ReminderOutcome.Queued) outcome).message()).orElseThrow();
        arrives(
                "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b-%d@mx.example>\n\n550 5.1.1 unknown, Message-ID: %s\n"
                        .formatted(customer, message.headerId()));
        manager.signInAs(Role.MANAGER);
        manager.open("/outbox");
        assertThat(manager.reads()).contains("Came back: 5.1.1 no such mailbox");
        manager.assertAccessible("outbox-came-back");
        manager.open("/outbox/" + message.id());
        manager.follow("Came back: 5.1.1 no such mailbox");
        assertThat(manager.reads()).contains("Nothing is sent to " + ada + " any more.");
        manager.assertAccessible("answer-came-back");
        manager.press("The address works again");
        assertThat(manager.flash()).isEqualTo("The address is written to again.");
        assertThat(manager.reads()).doesNotContain("any more.");
    }

    private void arrives(String mail) {
        answers.take(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Other journeys leave customers behind to whom something is due. */
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
        int last = policies.versions().stream()
                .mapToInt(ContactPolicies.Version::version)
                .max()
                .orElse(0);
        policies.adopt(new ContactPolicies.Draft(last, Books.TODAY, free, "For the tests"), AMIRA);
    }
}
