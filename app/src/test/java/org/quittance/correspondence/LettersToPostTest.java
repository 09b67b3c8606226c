package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quittance.db.correspondence.Tables.MESSAGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.contact.Channel;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.money.Money;
import org.quittance.db.correspondence.tables.records.MessageRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Letters on paper from the step of a strategy to the post: who gets them, what a batch is, and that nothing is posted half or twice. */
@ApplicationTest
class LettersToPostTest {

    private static final Path ROOT = folder();
    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String CODE = "paper";

    @Autowired
    private StrategyBook book;

    @Autowired
    private Reminders reminders;

    @Autowired
    private LetterBatches batches;

    @Autowired
    private LetterFolder folder;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private LegalEntity entity;
    private int customersSoFar;

    @DynamicPropertySource
    static void handOverThere(DynamicPropertyRegistry registry) {
        registry.add("quittance.letters.folder", () -> ROOT.resolve("printed").toString());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("letters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(ROOT);
    }

    /** A first notice as the customer is reached, and a last one by registered post. */
    @BeforeEach
    void anEntityWithALadderOfItsOwn() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        sql.execute(
                "update ledger.entity set email = 'credit@alder-paper.example', country = 'NL' where id = ?",
                entity.id());
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        book.save(
                new StrategyContent(
                        CODE,
                        "On paper",
                        "",
                        3,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(
                                step(Action.NOTICE_1, 1, 10, Dispatch.CUSTOMARY),
                                step(Action.NOTICE_3, 2, 60, Dispatch.REGISTERED))),
                version,
                "test");
        book.release(CODE, version + 1, StrategyBook.GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
    }

    /** The database is shared: no letter of another test may be in a batch of this one. */
    @AfterEach
    void nothingWaitsAndTheOthersFollowTheirOwn() {
        clock.setTo(TODAY);
        batches.waiting(1000).forEach(letter -> outbox.recall(letter.id(), "test"));
        book.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void aCustomerWithoutAnEMailAddressGetsItsNoticeOnPaperAndOneWithoutAnyAddressIsAPersonsCase() {
        Debtor onPaper = debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL);
        Debtor byMail = debtor("GB", "", "jana@blum.example", LetterWay.E_MAIL);
        Debtor wantsPaper = debtor("DE", "Weg 1\n70173 Stuttgart", "jana@blum.example", LetterWay.POST);
        Debtor nowhere = debtor("GB", "", "", LetterWay.E_MAIL);
        Debtor paperWithoutAddress = debtor("GB", "", "jana@blum.example", LetterWay.POST);

        assertThat(envelope(byMail)).isInstanceOf(Envelope.ByMail.class);
        assertThat(envelope(wantsPaper)).isInstanceOf(Envelope.ByPost.class);
        assertThat(envelope(onPaper))
                .isInstanceOfSatisfying(
                        Envelope.ByPost.class,
                        post -> assertThat(post.to())
                                .isEqualTo(new PostalAddressee(
                                        onPaper.number(),
                                        "Jana Okafor",
                                        List.of("14 Mill Lane", "Leeds LS1 4AP"),
                                        "GB")));
        assertThat(impossible(nowhere).obstacle()).isEqualTo(ReminderDraft.Obstacle.NO_RECIPIENT);
        assertThat(impossible(nowhere).sentence()).contains("Add one of them");
        assertThat(impossible(paperWithoutAddress).obstacle()).isEqualTo(ReminderDraft.Obstacle.NO_POSTAL_ADDRESS);
    }

    @Test
    void aBatchIsSortedForTheCarrierLeavesOutWhatTheGateRefusesAndCountsAsSent() throws IOException {
        Debtor london = debtor("GB", "1 Strand\nLondon WC2N 5HR", "", LetterWay.E_MAIL);
        Debtor leeds = debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL);
        Debtor stuttgart = debtor("DE", "Weg 1\n70173 Stuttgart", "", LetterWay.E_MAIL);
        Debtor paid = debtor("GB", "2 Strand\nLondon WC2N 5HR", "", LetterWay.E_MAIL);
        MessageId toLondon = write(london);
        MessageId toLeeds = write(leeds);
        MessageId toStuttgart = write(stuttgart);
        MessageId toPaid = write(paid);
        assertThat(batches.takeOut(_ -> true, "amira"))
                .as("they can still be called back")
                .isEqualTo(new LetterBatches.TakingOut.Nothing(0));
        clock.advance(Duration.ofSeconds(10));
        pay(paid);

        LetterBatches.TakingOut.Done done = takeOut();
        assertThat(done.leftOut()).isEqualTo(1);
        assertThat(batches.lines(done.batch().id()))
                .extracting(LetterBatch.Line::message)
                .containsExactly(toStuttgart, toLeeds, toLondon);
        assertThat(List.of(toLondon, toPaid))
                .extracting(
                        id -> message(id).state(), id -> message(id).progress().reason())
                .containsExactly(
                        tuple(MessageState.SENT, ""),
                        tuple(
                                MessageState.REFUSED,
                                "Everything it lists has been paid since it was written (rule: paid)"));
        assertThat(timeline.of(london.customer(), null, 1).getFirst().activity())
                .satisfies(activity -> {
                    assertThat(activity.kind()).isEqualTo(Activity.Kind.LETTER);
                    assertThat(activity.outcome()).startsWith("Letter to " + london.number() + ", 1 Strand");
                });
        assertThat(batches.takeOut(_ -> true, "amira"))
                .as("a letter is taken out once")
                .isEqualTo(new LetterBatches.TakingOut.Nothing(0));

        byte[] pdf = batches.pdf(done.batch().id(), 1).orElseThrow().content();
        try (PDDocument printed = Loader.loadPDF(pdf)) {
            assertThat(printed.getNumberOfPages())
                    .as("each letter begins on the front of a sheet")
                    .isEqualTo(6)
                    .isEqualTo(done.batch().pages());
            assertThat(text(printed, 3)).contains("Leeds LS1 4AP");
            assertThat(text(printed, 4)).isBlank();
            assertThat(inTheWindow(printed, 3))
                    .as("45 to 90 mm from the head of the paper, 20 mm from its left")
                    .contains(leeds.number(), "Jana Okafor", "14 Mill Lane", "Leeds LS1 4AP", "UNITED KINGDOM");
        }
        assertThat(new String(batches.index(done.batch().id()).orElseThrow().content(), StandardCharsets.UTF_8))
                .contains("position,customer number,name", "\"14 Mill Lane, Leeds LS1 4AP\",LS14AP,GB,Letter,2");
    }

    @Test
    void lettersOfOtherPortfoliosThatWaitLongerKeepNobodyFromTakingOutTheirOwn() {
        MessageId others = write(debtor("GB", "1 Strand\nLondon WC2N 5HR", "", LetterWay.E_MAIL));
        Debtor own = debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL);
        MessageId toOwn = write(own);
        clock.advance(Duration.ofSeconds(10));

        assertThat(batches.takeOut(own.customer()::equals, 1, "amira"))
                .isInstanceOfSatisfying(
                        LetterBatches.TakingOut.Done.class,
                        done -> assertThat(batches.lines(done.batch().id()))
                                .extracting(LetterBatch.Line::message)
                                .containsExactly(toOwn));
        assertThat(message(others).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void theLastNoticeGoesByRegisteredPostEvenWhereAnEMailWouldReachThem() throws IOException {
        Debtor debtor = debtor("DE", "Weg 1\n70173 Stuttgart", "jana@blum.example", LetterWay.E_MAIL);
        clock.setTo(TODAY.plusDays(60));
        MessageId first = write(debtor);
        assertThat(message(first).envelope()).as("one step after the other").isInstanceOf(Envelope.ByMail.class);
        clock.setTo(TODAY.plusDays(70));
        MessageId last = write(debtor);
        assertThat(message(last).postalService()).isEqualTo("Registered letter");
        clock.advance(Duration.ofSeconds(10));
        LetterBatches.TakingOut.Done done = takeOut();
        try (PDDocument printed =
                Loader.loadPDF(batches.pdf(done.batch().id(), 1).orElseThrow().content())) {
            assertThat(inTheWindow(printed, 1)).contains("By registered post");
        }
    }

    @Test
    void whatIsTakenOutAndNotCommittedIsNotTakenOut() {
        MessageId letter = write(debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL));
        clock.advance(Duration.ofSeconds(10));
        List<LetterBatch> before = batches.newest(100);
        transaction.executeWithoutResult(killed -> {
            batches.takeOut(_ -> true, "amira");
            killed.setRollbackOnly();
        });
        assertThat(message(letter).state()).isEqualTo(MessageState.QUEUED);
        assertThat(batches.newest(100)).isEqualTo(before);
        assertThat(takeOut().batch().letters()).isEqualTo(1);
    }

    @Test
    void aBatchThatJammedIsPrintedAgainAsACopyAndIsPostedOnce() throws IOException {
        write(debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL));
        write(debtor("GB", "1 Strand\nLondon WC2N 5HR", "", LetterWay.E_MAIL));
        clock.advance(Duration.ofSeconds(10));
        long batch = takeOut().batch().id();

        assertThat(batches.printAgain(batch, 2, " ", "amira")).contains(LetterBatches.Refused.NEEDS_A_REASON);
        assertThat(batches.printAgain(batch, 3, "Jam", "amira")).contains(LetterBatches.Refused.NO_SUCH_LETTER);
        assertThat(batches.printAgain(batch, 2, "Jam", "amira")).isEmpty();
        try (PDDocument again =
                Loader.loadPDF(batches.pdf(batch, 2).orElseThrow().content())) {
            assertThat(again.getNumberOfPages()).isEqualTo(2);
            assertThat(text(again, 1)).contains("London", "Copy: print 2 of batch " + batch);
        }
        assertThat(batches.posted(batch, TODAY.plusDays(1), "amira")).contains(LetterBatches.Refused.NOT_THAT_DAY);
        assertThat(batches.posted(batch, TODAY, "amira")).isEmpty();
        assertThat(batches.posted(batch, TODAY, "amira")).contains(LetterBatches.Refused.POSTED_BEFORE);
        assertThat(batches.batch(batch))
                .map(LetterBatch::posting)
                .map(LetterBatch.Posting::on)
                .contains(TODAY);
    }

    @Test
    void aPrintServiceFindsTheBatchOnceAndAKillInBetweenIsAPersonsCase() throws IOException {
        write(debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL));
        clock.advance(Duration.ofSeconds(10));
        long batch = takeOut().batch().id();
        folder.handOver(batch);
        LetterFolder.HandOver done = batches.handOver(batch).orElseThrow();
        assertThat(done.endedAt()).isNotNull();
        Path csv = ROOT.resolve("printed").resolve(done.file() + ".csv");
        assertThat(csv).exists();
        assertThat(ROOT.resolve("printed").resolve(done.file() + ".pdf")).exists();
        Files.delete(csv);
        folder.handOver(batch);
        assertThat(csv).as("fetched, and not written again").doesNotExist();

        sql.execute("update correspondence.letter_hand_over set ended_at = null where batch_id = ?", batch);
        folder.handOver(batch);
        assertThat(batches.handOver(batch).orElseThrow().problem()).contains("ask the print service");
        assertThat(csv).doesNotExist();
        batches.handOverAgain(batch, "amira");
        folder.handOver(batch);
        assertThat(batches.handOver(batch).orElseThrow().endedAt()).isNotNull();
    }

    @Test
    void aCopyThatCannotBePrintedKeepsItsLetterBackAndNoOther() {
        MessageId broken = write(debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL));
        write(debtor("GB", "1 Strand\nLondon WC2N 5HR", "", LetterWay.E_MAIL));
        sql.execute(
                "insert into correspondence.attachment (message_id, name, media_type, content) values (?, 'AP-1.pdf', 'application/pdf', 'nothing'::bytea)",
                broken.value());
        clock.advance(Duration.ofSeconds(10));
        assertThat(takeOut().batch().letters()).isEqualTo(1);
        assertThat(message(broken).state()).isEqualTo(MessageState.QUEUED);
        assertThat(message(broken).progress().reason()).contains("AP-1.pdf cannot be printed");
        assertThat(outbox.recall(broken, "amira")).isEqualTo(new RecallOutcome.Recalled());
        assertThatThrownBy(() -> sql.execute("update correspondence.letter_batch set letters = 9"))
                .as("what was taken out stays as it was")
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void ofTwoLettersToOneCustomerOneGoesOnADay() {
        MessageId first = write(debtor("GB", "14 Mill Lane\nLeeds LS1 4AP", "", LetterWay.E_MAIL));
        MessageRecord twin =
                sql.fetchSingle(MESSAGE, MESSAGE.ID.eq(first.value())).copy();
        twin.setHeaderId("twin-of-" + first.value());
        twin.store();
        clock.advance(Duration.ofSeconds(10));

        LetterBatches.TakingOut.Done done = takeOut();

        assertThat(batches.lines(done.batch().id()))
                .extracting(LetterBatch.Line::message)
                .containsExactly(first);
        assertThat(done.leftOut()).isEqualTo(1);
        assertThat(message(new MessageId(twin.getId())).state()).isEqualTo(MessageState.QUEUED);
    }

    private record Debtor(long id, String number, ItemId invoice) {
        CustomerId customer() {
            return CustomerId.of(id);
        }
    }

    private Debtor debtor(String country, String address, String email, LetterWay wish) {
        customersSoFar++;
        String number = "P" + customersSoFar;
        ItemId invoice = books.invoice(entity, number, "R" + customersSoFar, 500_00, TODAY.minusDays(12));
        long id = sql.fetchSingle(
                        "select customer_id from ledger.account_view where account_id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
        customers.change(
                id, new CustomerParticulars(number, country, "en", "Europe/London", "", address, "", wish), "test");
        customers.addContact(
                new ContactDraft(id, "Jana Okafor", ContactRole.ACCOUNTS_PAYABLE, email, "", "en", false), "test");
        return new Debtor(id, number, invoice);
    }

    private static Step step(Action action, int level, int days, Dispatch dispatch) {
        return Step.draft(action.name().toLowerCase(java.util.Locale.ROOT), action, Money.of("0", "EUR"))
                .placed(days, 5, level)
                .dispatch(dispatch)
                .step();
    }

    private Envelope envelope(Debtor debtor) {
        return ((ReminderDraft.Ready) reminders.preview(debtor.id(), AMIRA)).envelope();
    }

    private ReminderDraft.Impossible impossible(Debtor debtor) {
        return (ReminderDraft.Impossible) reminders.preview(debtor.id(), AMIRA);
    }

    private MessageId write(Debtor debtor) {
        assertThat(reminders.preview(debtor.id(), AMIRA)).isInstanceOf(ReminderDraft.Ready.class);
        ReminderOutcome.Queued queued = (ReminderOutcome.Queued) reminders.queue(debtor.id(), AMIRA);
        assertThat(queued.way()).isIn(Channel.LETTER, Channel.MESSAGE);
        return queued.message();
    }

    private void pay(Debtor debtor) {
        ItemId payment = books.payment(entity, debtor.number(), "Z" + debtor.id(), 500_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, debtor.invoice(), 500_00)),
                new PostingContext(TODAY, "test", "test"));
    }

    private LetterBatches.TakingOut.Done takeOut() {
        return (LetterBatches.TakingOut.Done) batches.takeOut(_ -> true, "amira");
    }

    private Message message(MessageId id) {
        return Optional.of(id).flatMap(outbox::message).orElseThrow();
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** What shows in the window of an envelope: DIN 5008, form B. */
    private static String inTheWindow(PDDocument document, int page) throws IOException {
        float mm = 72f / 25.4f;
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("window", new java.awt.geom.Rectangle2D.Float(20 * mm, 45 * mm, 85 * mm, 45 * mm));
        stripper.extractRegions(document.getPage(page - 1));
        return stripper.getTextForRegion("window");
    }
}
