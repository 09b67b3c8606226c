package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.AnswerLine;
import org.quittance.collections.contact.AnswerList;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.reminder.AutomaticSteps;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.ledger.CustomerId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer is written to, a real IMAP server holds what comes back, and what was noted follows from it. */
@ApplicationTest
class AnswersTest {

    private static final TestPost MAIL_SERVER = new TestPost();
    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String BOX = "answers@quittance.example";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    private MailRound round;

    @Autowired
    private Answers answers;

    @Autowired
    private AnswerList list;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Timeline timeline;

    @Autowired
    private UnreadAnswers gate;

    @Autowired
    private Reminders reminders;

    @Autowired
    private AutomaticSteps automaticSteps;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Overrides overrides;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long customer;
    private String jana;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("quittance.smtp.host", () -> "127.0.0.1");
        registry.add("quittance.smtp.tls", () -> "none");
        registry.add("quittance.smtp.port", MAIL_SERVER::port);
        registry.add("quittance.imap.host", () -> "127.0.0.1");
        registry.add("quittance.imap.port", MAIL_SERVER::imapPort);
        registry.add("quittance.imap.user", () -> BOX);
        registry.add("quittance.imap.password", () -> BOX);
        registry.add("quittance.imap.ssl", () -> "none");
    }

    @AfterAll
    static void closeMailServer() {
        MAIL_SERVER.stop();
    }

    @BeforeEach
    void aCustomerIsWrittenTo() {
        clock.setTo(TODAY);
        int number = NEXT.getAndIncrement();
        jana = "jana" + number + "@answers-test.example";
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        books.invoice(entity, "C1", "4711", 5_000_00, TODAY.minusDays(8));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        contact("Jana Okafor", jana, ContactRole.ACCOUNTS_PAYABLE);
        nightlyRun.run(TODAY, "test");
    }

    @Test
    void aLetterThatCameBackTakesItsStepAndTheAddressBack() {
        Message notice = written();
        assertThat(row().next().action()).isNull();

        mail("""
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: credit@alder-paper.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <bounce-%d@mx.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=b"

                --=b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --=b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown
                --=b
                Content-Type: message/rfc822

                Message-ID: %s
                Subject: Reminder

                Dear Jana
                --=b--
                """.formatted(notice.id().value(), jana, notice.headerId()));
        round.read();

        assertThat(outbox.message(notice.id()).orElseThrow().cameBack()).isEqualTo("5.1.1 no such mailbox");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(row().next().action()).isEqualTo(Action.NOTICE_1));
        Activity noted = latest();
        assertThat(noted.outcome()).isEqualTo("Came back: 5.1.1 no such mailbox");
        assertThat(noted.body()).endsWith("to " + jana);
        assertThat(reminders.queue(customer, AMIRA))
                .isInstanceOfSatisfying(
                        ReminderOutcome.NotQueued.class,
                        not -> assertThat(not.why().obstacle()).isEqualTo(ReminderDraft.Obstacle.NO_RECIPIENT));

        contact("Ada Blum", "ada" + jana, ContactRole.MANAGEMENT);
        Message next = written();
        assertThat(next.envelope().toAddress()).isEqualTo("ada" + jana);

        answers.restoreAddress(mails().getLast().id(), "amira");
        assertThat(answers.isFailing(notice.envelope().toAddress())).isFalse();
    }

    @Test
    void aDelayIsNotedAndNothingElse() {
        Message notice = written();
        mail("""
                From: MAILER-DAEMON@mx.example
                Subject: Warning: could not send message for past 4 hours
                Message-ID: <delay-%d@mx.example>

                451 4.4.1 try later. Message-ID: %s
                """.formatted(notice.id().value(), notice.headerId()));
        round.read();
        assertThat(mails()).extracting(AnswerLine::kind).containsExactly(Answer.Kind.DELAYED);
        assertThat(outbox.message(notice.id()).orElseThrow().cameBack()).isNull();
        assertThat(answers.isFailing(notice.envelope().toAddress())).isFalse();
        assertThat(row().next().action()).isNull();
    }

    @Test
    void whileAnAnswerIsNotReadNothingGoesOutByItself() {
        Message notice = written();
        mail(reply(notice, "<reply-" + notice.id() + "@printer.example>"));
        round.read();

        AnswerLine line = mails().getFirst();
        Answer answer = answers.answer(line.id()).orElseThrow();
        assertThat(line.kind()).isEqualTo(Answer.Kind.REPLY);
        assertThat(answer.message()).isEqualTo(notice.id());
        assertThat(answer.text()).contains("We pay on Friday.", "> Dear Jana");
        assertThat(answer.parted().said()).isEqualTo("We pay on Friday.");
        assertThat(latest().direction()).isEqualTo(Activity.Direction.IN);
        assertThat(latest().body()).isEqualTo("We pay on Friday.");
        assertThat(latest().contactId()).isNotNull();
        // Decided again at once, and by the night too: whatever is due waits until somebody has read it.
        for (int night = 0; night < 2; night++) {
            assertThat(row().next().action()).isEqualTo(Action.READ_ANSWER);
            assertThat(row().reasons().getFirst())
                    .isEqualTo("Jana Okafor has written on %s, \"Re: %s\": read it"
                            .formatted(Sentences.day(TODAY), notice.subject()));
            nightlyRun.run(TODAY, "test");
        }
        assertThat(overrides.snooze(
                        row().account().accountId(), TODAY.plusDays(3), "They pay on Friday", Viewer.system("amira")))
                .as("nothing that would not hold is said to be done")
                .isEqualTo(Overrides.Outcome.ANSWER_UNREAD);

        letTheNightSend(TODAY.plusDays(15));
        assertThat(outbox.messagesTo(CustomerId.of(customer), null, 10)).hasSize(1);
        assertThat(gate.ask(byItself(notice))).isInstanceOf(SendGate.Verdict.Refuse.class);
        assertThat(gate.ask(notice))
                .as("what a person sends, a person answers for")
                .isEqualTo(new SendGate.Verdict.Go());

        answers.noteReading(line.id(), "amira");
        answers.noteReading(line.id(), "omar");
        assertThat(Objects.requireNonNull(
                                answers.answer(line.id()).orElseThrow().reading())
                        .actor())
                .isEqualTo("amira");
        assertThat(gate.ask(byItself(notice))).isEqualTo(new SendGate.Verdict.Go());
        assertThat(row().next().action()).isEqualTo(Action.CALL);
        assertThat(row().reasons()).noneMatch(reason -> reason.startsWith("Jana Okafor"));
    }

    @Test
    void aMailIsTakenOnceHoweverOftenItLiesThere() {
        Message notice = written();
        String reply = reply(notice, "<twice-" + notice.id() + "@printer.example>");
        mail(reply);
        mail(reply);
        round.read();
        round.read();
        sql.execute(
                "update correspondence.mailbox_position set last_uid = 0 where mailbox = ?", BOX + "@127.0.0.1/INBOX");
        round.read();
        assertThat(mails()).hasSize(1);
        assertThat(timeline.of(CustomerId.of(customer), null, 10).stream()
                        .filter(entry -> entry.activity().direction() == Activity.Direction.IN))
                .hasSize(1);
    }

    @Test
    void aBrokenMailIsKeptWithItsProblemAndDoesNotStopTheNext() {
        Message notice = written();
        String broken = "<broken-" + notice.id() + "@x.example>";
        mail("""
                From: =?nonsense?X?broken
                Subject: Parts without end
                Message-ID: %s
                Content-Type: multipart/mixed

                no part at all
                """.formatted(broken));
        mail(reply(notice, "<after-" + notice.id() + "@printer.example>"));
        round.read();
        assertThat(mails()).hasSize(1);
        assertThat(sql.fetchSingle("select kind, words from correspondence.mail where mail_key = ?", broken)
                        .get(0, String.class))
                .isEqualTo("UNREADABLE");
    }

    @Test
    void ourOwnMailIsNoAnswer() {
        Message notice = written();
        mail("From: credit@alder-paper.example\nSubject: A copy of ours\nMessage-ID: " + notice.headerId()
                + "\n\nDear Jana\n");
        round.read();
        assertThat(sql.fetchCount(sql.selectFrom("correspondence.mail").where("mail_key = ?", notice.headerId())))
                .isZero();
    }

    @Test
    void whoeverIsNotKnownIsGivenToACustomerByAPerson() {
        mail(
                "From: Sam <sam@nobody-%d.example>\nSubject: Your invoice\nMessage-ID: <sam-%d@nobody.example>\n\nPaid yesterday\n"
                        .formatted(customer, customer));
        round.read();
        long id = sql.fetchSingle(
                        "select id from correspondence.mail where mail_key = ?",
                        "<sam-" + customer + "@nobody.example>")
                .get(0, Long.class);
        assertThat(answers.answer(id).orElseThrow().isNobodys()).isTrue();
        assertThat(answers.assign(id, CustomerId.of(customer), "amira")).isEqualTo(Answers.Assigning.DONE);
        assertThat(answers.assign(id, CustomerId.of(customer), "omar")).isEqualTo(Answers.Assigning.NOT_OPEN);
        assertThat(mails()).extracting(AnswerLine::isToBeRead).containsExactly(true);
        assertThat(latest().body()).isEqualTo("Paid yesterday");
        assertThat(row().next().action()).isEqualTo(Action.READ_ANSWER);
    }

    @Test
    void whatAMachineWritesWaitsForNobodyAndAContactsOwnMailDoes() {
        mail(
                "From: %s\nSubject: Out of office\nMessage-ID: <oof-%d@x.example>\nAuto-Submitted: auto-replied\n\nBack on Monday\n"
                        .formatted(jana, customer));
        mail(
                "From: %s\nSubject: Copies\nMessage-ID: <own-%d@x.example>\nContent-Type: text/html\n\n<p>Please send <b>copies</b></p><script>alert(1)</script>\n"
                        .formatted(jana, customer));
        round.read();
        assertThat(mails())
                .extracting(AnswerLine::kind, AnswerLine::isToBeRead)
                .containsExactly(tuple(Answer.Kind.FROM_CONTACT, true), tuple(Answer.Kind.AUTOMATIC_REPLY, false));
        assertThat(latest().body()).isEqualTo("Please send copies");
    }

    private void contact(String name, String address, ContactRole role) {
        customers.addContact(new ContactDraft(customer, name, role, address, "", "en", false), "test");
    }

    private Message written() {
        ReminderOutcome outcome = reminders.queue(customer, AMIRA);
        MessageId id = ((ReminderOutcome.Queued) outcome).message();
        clock.advance(Duration.ofSeconds(10));
        delivery.deliver(id);
        Message sent = outbox.message(id).orElseThrow();
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        return sent;
    }

    private void letTheNightSend(LocalDate day) {
        clock.setTo(day);
        nightlyRun.run(day, "test");
        automaticSteps.queueAll("test");
    }

    private Message byItself(Message notice) {
        transaction.executeWithoutResult(_ -> sql.execute(
                "update correspondence.message set origin = ? where id = ?",
                Origin.AUTOMATIC.name(),
                notice.id().value()));
        return outbox.message(notice.id()).orElseThrow();
    }

    private String reply(Message notice, String id) {
        return """
                From: Jana Okafor <%s>
                To: credit@alder-paper.example
                Subject: Re: %s
                Message-ID: %s
                In-Reply-To: %s
                Content-Type: text/plain; charset=UTF-8

                We pay on Friday.

                On Mon, 2 Mar 2026 at 10:02, Alder Paper wrote:
                > Dear Jana
                """.formatted(jana, notice.subject(), id, notice.headerId());
    }

    private static void mail(String wire) {
        MAIL_SERVER.putInto(BOX, wire.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<AnswerLine> mails() {
        return list.lines(AMIRA, AnswerList.Show.ALL, 0, 1_000).stream()
                .filter(line -> Objects.equals(line.customerId(), customer))
                .toList();
    }

    private Activity latest() {
        return timeline.of(CustomerId.of(customer), null, 1).getFirst().activity();
    }

    private WorklistRow row() {
        return worklist.rows(
                        AMIRA, new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null), 0, 10)
                .getFirst();
    }
}
