package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.db.correspondence.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.copies.CopyBook;
import org.quittance.copies.NewCopy;
import org.quittance.copies.TakenCopy;
import org.quittance.core.contact.Attempt;
import org.quittance.core.copy.CopySigns;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.PaymentDetails;
import org.quittance.correspondence.letter.Recipient;
import org.quittance.correspondence.letter.SampleLetters;
import org.quittance.correspondence.letter.Section;
import org.quittance.correspondence.letter.Template;
import org.quittance.correspondence.letter.Texts;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Pdfs;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@Import({Debts.class, OutboxTest.Gates.class})
class OutboxTest {

    private static final TestPost MAIL_SERVER = new TestPost();
    private static final Set<CustomerId> PAID_SINCE = ConcurrentHashMap.newKeySet();

    private static final Map<CustomerId, Instant> OPENS_LATER = new ConcurrentHashMap<>();

    @TestConfiguration
    static class Gates {
        @Bean
        SendGate paidSince() {
            return message -> PAID_SINCE.contains(message.customer())
                    ? new SendGate.Verdict.Refuse("all-paid", "Everything listed has been paid since")
                    : new SendGate.Verdict.Go();
        }

        @Bean
        SendGate opensLater(BusinessClock clock) {
            return message -> {
                Instant opens = OPENS_LATER.getOrDefault(message.customer(), Instant.MIN);
                return clock.now().isBefore(opens)
                        ? new SendGate.Verdict.Later(opens, "opens-later", "Too early")
                        : new SendGate.Verdict.Go();
            };
        }
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Connections connections;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CopyBook copies;

    @Autowired
    private Debts debts;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DataSource database;

    @Autowired
    private OneTimeTask<Void> deliverMessage;

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

    /** A Monday: what people send holds on weekends, and other tests leave the clock anywhere. */
    @BeforeEach
    void onAWorkingDay() {
        testClock.setTo(Books.TODAY);
    }

    @Test
    void copiesOfDocumentsArriveAsPdfsOfTheirOwn() throws Exception {
        Debts.Debt debt = debts.overdueOn(clock.today());
        byte[] first = Pdfs.invoice("x", "first of " + debt.customer());
        byte[] second = Pdfs.invoice("x", "second of " + debt.customer());
        List<AttachedCopy> attached = List.of(kept("AP-1.pdf", first), kept("AP-2.pdf", second));
        MessageId id = transaction.execute(_ -> outbox.queue(new OutgoingMessage(
                        debt.customer(),
                        "INVOICE_COPIES",
                        Language.ENGLISH,
                        new MailAddress("credit@alder-paper.example", "Alder Paper"),
                        new MailAddress("jana@noerdlinger.example", "Jana"),
                        "Copies",
                        "They are attached.",
                        "<p>They are attached.</p>",
                        List.of(),
                        List.of(),
                        clock.today(),
                        "clara",
                        Attempt.Origin.BY_HAND)
                .attaching(attached)));
        testClock.advance(Duration.ofSeconds(10));
        runDueJobs();

        MimeMessage mail = MAIL_SERVER.delivered(message(id)).getFirst();
        Multipart parts = (Multipart) mail.getContent();
        Map<String, byte[]> arrived = new TreeMap<>();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).getFileName() != null) {
                arrived.put(
                        parts.getBodyPart(i).getFileName(),
                        parts.getBodyPart(i).getInputStream().readAllBytes());
            }
        }
        assertThat(arrived.keySet()).containsExactly("AP-1.pdf", "AP-2.pdf");
        assertThat(arrived.get("AP-1.pdf")).isEqualTo(first);
        assertThat(arrived.get("AP-2.pdf")).isEqualTo(second);
    }

    private AttachedCopy kept(String name, byte[] pdf) {
        TakenCopy taken = copies.take(new NewCopy(new CopySigns(name, "", "", List.of()), pdf, null, null), "test");
        return switch (taken) {
            case TakenCopy.Placed(long copy) -> new AttachedCopy(name, copy);
            case TakenCopy.Nobodys(long copy, String _) -> new AttachedCopy(name, copy);
            case TakenCopy.KnownAlready(long copy) -> new AttachedCopy(name, copy);
            case TakenCopy.Contradicted(long copy, String _) -> new AttachedCopy(name, copy);
        };
    }

    @Test
    void aLetterLeavesAfterTenSecondsAndArrivesWithItsPdf() throws Exception {
        MessageId id = queueNotice();
        runDueJobs();
        assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);

        testClock.advance(Duration.ofSeconds(10));
        runDueJobs();

        Message sent = message(id);
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        assertThat(sent.progress().sentAt()).isEqualTo(clock.now());
        ReceivedMail mail = MAIL_SERVER.readOverImap(sent);
        assertThat(mail.from()).isEqualTo("Alder Paper Europe B.V. <credit@alder-paper.example>");
        assertThat(mail.to()).isEqualTo("Jana Okafor-Müller <jana@noerdlinger.example>");
        assertThat(mail.subject()).isEqualTo("Alder Paper Europe B.V.: Zahlungserinnerung, Kunde 4711");
        assertThat(mail.text()).contains("AP-20417", "640,00");
        assertThat(mail.html()).contains("AP-20417", "640,00", "<h1>Zahlungserinnerung</h1>");
        assertThat(mail.attachments()).hasSize(1);
        Attachment pdf = mail.attachments().getFirst();
        assertThat(pdf.mediaType()).isEqualToIgnoringCase("application/pdf");
        assertThat(textOf(pdf)).contains("Zahlungserinnerung", "AP-20417", "640,00", "NL91 ABNA 0417 1643 00");
        assertThat(MAIL_SERVER.delivered(sent).getFirst().getHeader("Auto-Submitted"))
                .containsExactly("auto-generated");
        assertThat(MAIL_SERVER.delivered(sent).getFirst().getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(outbox.attachment(id, pdf.name()).orElseThrow().content()).isEqualTo(pdf.content());
    }

    @Test
    void whatHasLeftStandsOnTheTimeline() {
        MessageId id = queueNotice();
        letTenSecondsPass();

        Message sent = message(id);
        TimelineEntry entry = timeline.of(sent.customer(), null, 10).getFirst();
        assertThat(entry.activity().kind()).isEqualTo(Activity.Kind.EMAIL);
        assertThat(entry.activity().direction()).isEqualTo(Activity.Direction.OUT);
        assertThat(entry.activity().message()).isEqualTo(id);
        assertThat(entry.activity().body()).isEqualTo(sent.subject());
        assertThat(entry.activity().outcome()).contains("jana@noerdlinger.example");
    }

    @Test
    void withinTenSecondsAMessageCanBeCalledBackAndAfterwardsNot() {
        MessageId inTime = queueNotice();
        testClock.advance(Duration.ofSeconds(9));
        assertThat(outbox.recall(inTime, "amira")).isEqualTo(new RecallOutcome.Recalled());
        MessageId late = queueNotice();
        letTenSecondsPass();

        assertThat(MAIL_SERVER.delivered(message(inTime))).isEmpty();
        assertThat(message(inTime).progress().reason()).isEqualTo("Called back by amira");
        assertThat(outbox.recall(late, "amira")).isEqualTo(new RecallOutcome.TooLate(MessageState.SENT));
        assertThat(outbox.recall(inTime, "amira")).isEqualTo(new RecallOutcome.TooLate(MessageState.RECALLED));
    }

    @Test
    void aGateStopsALetterAtTheMomentOfSending() {
        MessageId id = queueNotice();
        PAID_SINCE.add(message(id).customer());
        letTenSecondsPass();

        Message refused = message(id);
        assertThat(refused.state()).isEqualTo(MessageState.REFUSED);
        assertThat(refused.progress().reason()).isEqualTo("Everything listed has been paid since (rule: all-paid)");
        assertThat(MAIL_SERVER.delivered(refused)).isEmpty();
        Activity noted = timeline.of(refused.customer(), null, 10).getFirst().activity();
        assertThat(noted.kind()).isEqualTo(Activity.Kind.SYSTEM);
        assertThat(noted.body()).contains("Everything listed has been paid since");
        assertThat(outbox.requeue(id, "amira")).isEqualTo(new RequeueOutcome.NotFailed(MessageState.REFUSED));
    }

    @Test
    void whatAGatePutsOffComesBackAtItsMomentByItself() {
        MessageId id = queueNotice();
        Instant opens = clock.now().plus(Duration.ofHours(2));
        OPENS_LATER.put(message(id).customer(), opens);
        letTenSecondsPass();
        assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);
        assertThat(message(id).heldUntil()).isEqualTo(opens);
        assertThat(message(id).progress().reason()).isEqualTo("Too early (rule: opens-later)");

        testClock.advance(Duration.ofHours(2).minusSeconds(11));
        runDueJobs();
        assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);
        testClock.advance(Duration.ofSeconds(1));
        runDueJobs();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(message(id).progress().attempts()).isEqualTo(1);
    }

    @Test
    void aRefusalOutweighsAPostponementWhicheverComesFirst() {
        MessageId id = queueNotice();
        OPENS_LATER.put(message(id).customer(), clock.now().plus(Duration.ofHours(2)));
        PAID_SINCE.add(message(id).customer());
        letTenSecondsPass();
        assertThat(message(id).state()).isEqualTo(MessageState.REFUSED);
        assertThat(message(id).progress().reason()).endsWith("(rule: all-paid)");
    }

    @Test
    void aLetterThatHasWaitedForDaysIsNotSentWithItsOldFigures() {
        MessageId id = queueNotice();
        testClock.advance(Duration.ofDays(4));
        runDueJobs();

        assertThat(message(id).state()).isEqualTo(MessageState.REFUSED);
        assertThat(message(id).progress().reason()).contains("4 days old").contains("timely-letters");
    }

    @Test
    void whileTheMailServerIsDownALetterWaitsAndLeavesOnceItIsUp() {
        MessageId id = queueNotice();
        MAIL_SERVER.stop();
        letTenSecondsPass();

        Message waiting = message(id);
        assertThat(waiting.state()).isEqualTo(MessageState.QUEUED);
        assertThat(waiting.progress().reason())
                .startsWith("The mail server cannot be reached: ")
                .containsIgnoringCase("connect");

        MAIL_SERVER.start();
        testClock.advance(Duration.ofSeconds(9));
        runDueJobs();
        assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);
        testClock.advance(Duration.ofSeconds(1));
        runDueJobs();

        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(message(id).progress().attempts()).isEqualTo(2);
        assertThat(MAIL_SERVER.delivered(message(id))).hasSize(1);
    }

    @Test
    void howeverLongTheMailServerIsDownNoLetterIsGivenUpAndNoneIsSentTwice() {
        List<MessageId> ids = Stream.generate(this::queueNotice).limit(3).toList();
        MAIL_SERVER.stop();
        Instant down = clock.now().plusSeconds(10);
        letTenSecondsPass();
        for (int hour = 1; hour <= 12; hour++) {
            testClock.advance(Duration.ofHours(1));
            runDueJobs();
        }
        assertThat(connections.failing()).singleElement().satisfies(failing -> {
            assertThat(failing.since()).isEqualTo(down);
            assertThat(failing.remedy()).contains("QUITTANCE_SMTP_HOST");
        });
        assertThat(ids).allSatisfy(id -> assertThat(message(id).state()).isEqualTo(MessageState.QUEUED));
        assertThat(ids.stream()
                        .mapToInt(id -> message(id).progress().attempts())
                        .sum())
                .as("one asks for all")
                .isLessThanOrEqualTo(13);

        MAIL_SERVER.start();
        testClock.advance(Duration.ofMinutes(5));
        runDueJobs();
        assertThat(connections.failing()).isEmpty();
        assertThat(ids).allSatisfy(id -> {
            assertThat(message(id).state()).isEqualTo(MessageState.SENT);
            assertThat(MAIL_SERVER.delivered(message(id))).hasSize(1);
        });
    }

    @Test
    void afterEightAttemptsAPersonDecides() throws Exception {
        MessageId id = queueNotice();
        MAIL_SERVER.stop();
        try (BusyMailServer _ = new BusyMailServer(MAIL_SERVER.port())) {
            letTenSecondsPass();
            for (int attempt = 2; attempt <= 8; attempt++) {
                testClock.advance(Duration.ofMinutes(25));
                runDueJobs();
            }
        }
        MAIL_SERVER.start();

        Message failed = message(id);
        assertThat(failed.state()).isEqualTo(MessageState.FAILED);
        assertThat(failed.progress().reason())
                .isEqualTo("Tried 8 times. The mail server's last words: 451 4.3.2 not now");
        testClock.advance(Duration.ofDays(1));
        runDueJobs();
        assertThat(message(id).state()).isEqualTo(MessageState.FAILED);

        assertThat(outbox.requeue(id, "amira"))
                .isEqualTo(new RequeueOutcome.Requeued(clock.now().plusSeconds(10)));
        letTenSecondsPass();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(MAIL_SERVER.delivered(message(id))).hasSize(1);
    }

    @Test
    void twoWorkersWithTheSameLetterSendItOnce() throws Exception {
        List<MessageId> ids = Stream.generate(this::queueNotice).limit(10).toList();
        testClock.advance(Duration.ofSeconds(10));
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            CyclicBarrier start = new CyclicBarrier(2);
            for (MessageId id : ids) {
                Callable<Void> worker = () -> {
                    start.await();
                    deliverOrGiveWay(id);
                    return null;
                };
                for (Future<Void> done : workers.invokeAll(List.of(worker, worker))) {
                    done.get();
                }
            }
        }
        assertThat(ids).allSatisfy(id -> {
            assertThat(message(id).state()).isEqualTo(MessageState.SENT);
            assertThat(MAIL_SERVER.delivered(message(id))).hasSize(1);
        });
    }

    @Test
    void aLetterWhoseWorkerDiedWhileSendingIsNotSentAgainUntilAPersonHasChecked() {
        MessageId id = queueNotice();
        Instant died = clock.now();
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, MessageState.SENDING.name())
                .set(MESSAGE.SENDING_SINCE, died)
                .set(MESSAGE.ATTEMPTS, 1)
                .where(MESSAGE.ID.eq(id.value()))
                .execute();
        letTenSecondsPass();
        assertThat(message(id).state()).isEqualTo(MessageState.SENDING);

        testClock.advance(Duration.ofMinutes(10));
        runDueJobs();

        Message failed = message(id);
        assertThat(failed.state()).isEqualTo(MessageState.FAILED);
        assertThat(failed.progress().reason()).contains("may have been sent").contains(failed.headerId());
        assertThat(MAIL_SERVER.delivered(failed)).isEmpty();

        outbox.requeue(id, "amira");
        letTenSecondsPass();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(message(id).headerId()).isEqualTo(failed.headerId());
    }

    @Test
    void aMessageIsQueuedWithTheDeedThatWantsItOrNotAtAll() {
        OutgoingMessage notice = notice();
        MessageId[] queued = new MessageId[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    queued[0] = outbox.queue(notice);
                    throw new IllegalStateException("the deed fails");
                }))
                .hasMessage("the deed fails");
        assertThat(outbox.message(Objects.requireNonNull(queued[0]))).isEmpty();
        letTenSecondsPass();
        assertThatThrownBy(() -> outbox.queue(notice)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theOutboxIsReadFromTheNewestBack() {
        MessageId first = queueNotice();
        MessageId second = queueNotice();
        outbox.recall(first, "amira");
        outbox.recall(second, "amira");
        MessageId third = queueNotice();

        assertThat(outbox.messages(OutboxShow.EVERYTHING, "amira", null, 3))
                .extracting(Message::id)
                .containsExactly(third, second, first);
        assertThat(outbox.messages(OutboxShow.EVERYTHING, "amira", second, 1))
                .extracting(Message::id)
                .containsExactly(first);
        assertThat(outbox.messages(OutboxShow.WAITING, "amira", null, 1))
                .extracting(Message::id)
                .containsExactly(third);
        assertThat(outbox.messages(OutboxShow.NOT_SENT, "amira", null, 3))
                .as("what was called back was not refused")
                .extracting(Message::id)
                .doesNotContain(second, first, third);
        Message found = outbox.messagesTo(message(first).customer(), null, 5).getFirst();
        assertThat(found.id()).isEqualTo(first);
        assertThat(found.items()).extracting(listed -> listed.open().toString()).containsExactly("EUR 640.00");
        assertThat(found.attachmentNames()).containsExactly("Zahlungserinnerung-4711-" + clock.today() + ".pdf");
    }

    private void deliverOrGiveWay(MessageId id) {
        try {
            delivery.deliver(id);
        } catch (MessageHeld other) {
            assertThat(other).hasMessageContaining("another worker is sending it");
        }
    }

    private void letTenSecondsPass() {
        testClock.advance(Duration.ofSeconds(10));
        runDueJobs();
    }

    /** The scheduler itself, at the time of the test, until nothing is due: it takes some at once, and other tests leave messages of theirs. */
    private void runDueJobs() {
        SettableClock time = new SettableClock();
        time.set(clock.now());
        ManualScheduler scheduler = TestHelper.createManualScheduler(database, deliverMessage)
                .tableName("platform.scheduled_task")
                .clock(time)
                .build();
        while (isAnyDue()) {
            scheduler.runAnyDueExecutions();
        }
        scheduler.stop();
    }

    private boolean isAnyDue() {
        return JdbcClient.create(database)
                        .sql("""
                                select count(*)
                                from platform.scheduled_task
                                where task_name = :task
                                  and not picked
                                  and execution_time <= :now
                                """)
                        .param("task", deliverMessage.getName())
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private MessageId queueNotice() {
        OutgoingMessage notice = notice();
        return Objects.requireNonNull(transaction.execute(status -> outbox.queue(notice)));
    }

    private OutgoingMessage notice() {
        Debts.Debt debt = debts.overdueOn(clock.today());
        LetterContent content = new LetterContent(
                Template.NOTICE_1,
                Texts.shipped(Language.GERMAN),
                clock.today(),
                clock.today().plusDays(7),
                SampleLetters.sender(),
                new Recipient(debt.customer(), "4711", "Druckerei Nördlinger", List.of(), "Jana Okafor-Müller", "DE"),
                List.of(new Section(
                        "Alder Paper Europe B.V.",
                        "D-4711",
                        new PaymentDetails("Alder Paper Europe B.V.", "NL91ABNA0417164300", "ABNANL2A"),
                        List.of(debt.invoice()))),
                SampleLetters.signature());
        return OutgoingMessage.of(
                content,
                Letters.write(content),
                new MailAddress("credit@alder-paper.example", "Alder Paper Europe B.V."),
                new MailAddress("jana@noerdlinger.example", "Jana Okafor-Müller"),
                "amira");
    }

    private Message message(MessageId id) {
        return outbox.message(id).orElseThrow();
    }

    private static String textOf(Attachment pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
