package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.reminder.PortalNotice;
import org.quittance.collections.reminder.PortalNoticed;
import org.quittance.collections.reminder.PortalNotices;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.quittance.correspondence.ReceiptCalls.Reply;
import org.quittance.correspondence.ReceiptCalls.Signed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.formats.receipts.ReceiptLine.Status;
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
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Variable;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text messages from the step of a strategy to the receipt of whoever sends them: in a real folder, to a real HTTP server, and with cases
 * planted just before they would leave.
 */
@ApplicationTest
class TextMessagesTest {

    /** Named before the application starts, which a folder that JUnit makes is not. */
    private static final Path ROOT = folder();

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String CODE = "texts";
    private static final SecretKey SECRET =
            new SecretKeySpec("a secret of twenty-four bytes".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    @Autowired
    private StrategyBook book;

    @Autowired
    private Reminders reminders;

    @Autowired
    private PortalNotices portals;

    @Autowired
    private Overrides overrides;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Claims claims;

    @Autowired
    private HandOffs handOffs;

    @Autowired
    private TextReceipts receipts;

    @Autowired
    private Consents consents;

    @Autowired
    private Correspondents readers;

    @Autowired
    private CustomerTraits traits;

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

    @Autowired
    private MessageStore messages;

    @Autowired
    private ObjectProvider<SendGate> gates;

    @Autowired
    private Post post;

    @Autowired
    private TextWebhook webhook;

    @Autowired
    private DeliveryNotes notes;

    @Autowired
    private Connections connections;

    @Autowired
    private TextPace pace;

    @Autowired
    private JsonMapper json;

    private LegalEntity entity;
    private int customersSoFar;

    @DynamicPropertySource
    static void handOverThere(DynamicPropertyRegistry registry) {
        registry.add("quittance.sms.folder", () -> ROOT.resolve("handed-over").toString());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("text-messages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(ROOT);
    }

    /** A text, then something for their portal, then a letter. */
    @BeforeEach
    void anEntityWithALadderOfItsOwn() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        book.save(
                new StrategyContent(
                        CODE,
                        "By telephone",
                        "",
                        3,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(step(Action.TEXT_MESSAGE, 1), step(Action.PORTAL_NOTICE, 2), step(Action.NOTICE_2, 3))),
                version,
                "test");
        book.release(CODE, version + 1, StrategyBook.GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
    }

    @AfterEach
    void theOthersFollowTheirOwn() {
        clock.setTo(TODAY);
        book.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void whatMayLeaveLeavesInOneFileAndOnce() throws IOException {
        Debtor one = debtor("+447700900001");
        Debtor other = debtor("+447700900002");
        MessageId first = text(one);
        MessageId second = text(other);
        assertThat(reminders.queue(one.id(), AMIRA)).isInstanceOf(ReminderOutcome.NotQueued.class);

        clock.advance(Duration.ofSeconds(10));
        delivery.deliver(second);
        delivery.deliver(first);
        assertThat(message(first).state()).isEqualTo(MessageState.SENT);
        assertThat(message(second).state()).isEqualTo(MessageState.SENT);

        HandOffs.HandOff file = handOffs.newest(1).getFirst();
        assertThat(file.handedOver()).isEqualTo(2);
        assertThat(lines(file))
                .containsExactly(
                        "id,to,text,language,entity,customer number,not after", line(second, other), line(first, one));
        assertThat(Files.readAllBytes(ROOT.resolve("handed-over").resolve(file.fileName())))
                .isEqualTo(handOffs.file(file.id()).orElseThrow().content());
        try (Stream<Path> files = Files.list(ROOT.resolve("handed-over"))) {
            assertThat(files).allMatch(each -> each.toString().endsWith(".csv"));
        }
        assertThat(timeline.of(one.customer(), null, 1).getFirst().activity()).satisfies(activity -> {
            assertThat(activity.kind()).isEqualTo(Activity.Kind.TEXT_MESSAGE);
            assertThat(activity.outcome()).isEqualTo("Handed over for Jana Okafor <+447700900001>");
        });
    }

    @Test
    void whatTheGateFindsAtTheLastSecondIsNotHandedOver() {
        Debtor paid = debtor("+447700900003");
        Debtor optedOut = debtor("+447700900004");
        Debtor blocked = debtor("+447700900005");
        List<MessageId> queued = List.of(text(paid), text(optedOut), text(blocked));
        clock.advance(Duration.ofSeconds(10));
        ItemId payment = books.payment(entity, paid.number(), "P1", 500_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(payment, paid.invoice(), 500_00)),
                new PostingContext(TODAY, "test", "test"));
        say(optedOut, Consent.Word.WITHDRAWN, "Said so on the telephone");
        overrides.blockContact(blocked.id(), null, "Insolvent", AMIRA);
        Debtor free = debtor("+447700900006");
        MessageId leaves = text(free);
        clock.advance(Duration.ofSeconds(10));

        delivery.deliver(leaves);
        queued.forEach(delivery::deliver);
        assertThat(handOffs.newest(1).getFirst().messages()).isEqualTo(1);
        assertThat(queued)
                .extracting(
                        id -> message(id).state(), id -> message(id).progress().reason())
                .containsExactly(
                        tuple(
                                MessageState.REFUSED,
                                "Everything it lists has been paid since it was written (rule: paid)"),
                        tuple(
                                MessageState.REFUSED,
                                "Jana Okafor has said on 2 March 2026 that they do not want to get text messages any more: Said so on the telephone (rule: consent-withdrawn)"),
                        tuple(
                                MessageState.REFUSED,
                                "The customer is not to be contacted: Insolvent (rule: do-not-contact)"));
    }

    @Test
    void atHalfPastEightInTheEveningEvenAPersonsTextMessageWaitsForTheMorning() {
        Debtor debtor = debtor("+447700900007");
        clock.advance(Duration.ofHours(11).plusMinutes(30));
        MessageId id = text(debtor);
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(MessageHeld.class);
        assertThat(message(id).heldUntil()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
        assertThat(message(id).progress().reason()).contains("Text messages are made", "20:30", "Europe/London");
        assertThat(outbox.recall(id, "amira")).isEqualTo(new RecallOutcome.Recalled());
    }

    @Test
    void aReceiptTakesTheStepBackMarksTheNumberAndIsTakenOnce() {
        Debtor failing = debtor("+447700900008");
        Debtor tired = debtor("+447700900009");
        MessageId failed = text(failing);
        MessageId stopped = text(tired);
        clock.advance(Duration.ofSeconds(10));
        delivery.deliver(failed);

        List<ReceiptLine> lines = List.of(
                new ReceiptLine(2, message(failed).headerId(), Status.FAILED, null, "unknown subscriber"),
                new ReceiptLine(3, message(stopped).headerId(), Status.DELIVERED, null, ""),
                new ReceiptLine(4, message(stopped).headerId(), Status.OPTED_OUT, null, ""),
                new ReceiptLine(5, "msg_invented", Status.DELIVERED, null, ""));
        TextReceipts.Taken taken = receipts.take("r.csv", lines, "amira");
        assertThat(taken.receipts()).isEqualTo(3);
        assertThat(taken.problems()).extracting(Problem::line).containsExactly(5L);
        assertThat(receipts.take("r.csv", lines, "amira").known()).isEqualTo(3);

        assertThat(message(failed).cameBack()).isEqualTo("unknown subscriber");
        assertThat(receipts.failing("+447700900008")).contains("unknown subscriber");
        assertThat(consents.of(tired.customer())).singleElement().satisfies(noted -> {
            assertThat(noted.contact()).isEqualTo(tired.contact());
            assertThat(noted.consent().medium()).isEqualTo(Medium.TEXT_MESSAGE);
            assertThat(noted.consent().word()).isEqualTo(Consent.Word.WITHDRAWN);
            assertThat(noted.consent().how()).isEqualTo("They have replied so to a text message");
            assertThat(noted.actor()).isEqualTo("amira");
        });
        assertThat(reminders.preview(failing.id(), AMIRA))
                .as("the text is passed over, and what comes next is for a person")
                .isInstanceOfSatisfying(
                        ReminderDraft.Impossible.class,
                        not -> assertThat(not.obstacle()).isEqualTo(ReminderDraft.Obstacle.NOTHING_DUE));

        receipts.restoreNumber(failed, "amira");
        assertThat(receipts.failing("+447700900008")).isEmpty();
    }

    @Test
    void aReplyStopIsAWordOfTheNumberAndOfThePersonUntilTheyConsentAgain() {
        Debtor tired = debtor("+447700900020");
        Debtor sameNumber = debtor("+447700900020");
        MessageId stopped = text(tired);
        clock.advance(Duration.ofSeconds(10));
        delivery.deliver(stopped);
        receipts.take(
                "r.csv",
                List.of(new ReceiptLine(
                        2, message(stopped).headerId(), Status.OPTED_OUT, Instant.parse("2026-03-09T00:00:00Z"), "")),
                "amira");
        assertThat(consents.of(sameNumber.customer()))
                .as("a service whose clock is ahead speaks of today")
                .extracting(noted -> noted.contact(), noted -> noted.consent().on())
                .containsExactly(tuple(tired.contact(), TODAY));
        assertThat(readers.readers(sameNumber.id()).byText())
                .as("it is the same telephone")
                .isNull();

        say(sameNumber, Consent.Word.GIVEN, "Asked for them again");
        assertThat(readers.readers(sameNumber.id()).byText()).isNotNull();
        assertThat(readers.readers(tired.id()).byText())
                .as("that was somebody else's word")
                .isNull();
        sql.execute("update ledger.contact set mobile = '+447700900021' where id = ?", tired.contact());
        assertThat(readers.readers(tired.id()).byText())
                .as("they have a new number")
                .isNull();
        say(tired, Consent.Word.GIVEN, "So did she");
        assertThat(readers.readers(tired.id()).byText()).isNotNull();
    }

    private void say(Debtor debtor, Consent.Word word, String how) {
        assertThat(consents.note(
                        new Consents.Draft(
                                debtor.customer(), debtor.contact(), Medium.TEXT_MESSAGE, word, TODAY, how, null),
                        "amira"))
                .isEqualTo(Consents.Outcome.DONE);
    }

    /** A law binds a text message as any other, and it says by itself how to have no more. */
    @Test
    void towardsAnAmericanConsumerATextMessageKeepsTheLaw() {
        Debtor debtor = debtor("+12125550118");
        customers.change(
                debtor.id(), new CustomerParticulars("Blum", "US", "en", "America/New_York", "", "", "NY"), "test");
        traits.note(debtor.id(), Trait.CONSUMER, TODAY, "Order form", "maria");
        MessageId early = text(debtor);
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> delivery.deliver(early)).isInstanceOf(MessageHeld.class);
        assertThat(message(early).progress().reason()).contains("Regulation F (12 CFR 1006.6(b)(1)", "08:00");
        assertThat(message(early).text()).endsWith("Reply STOP to get no more texts.");
        clock.advance(Duration.ofHours(5));
        delivery.deliver(early);
        assertThat(message(early).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void anApplicationThatStoppedWhileItWroteTheFileHandsNothingOverTwice() {
        MessageId written = text(debtor("+447700900010"));
        clock.advance(Duration.ofSeconds(10));
        Claims.Claim.InFile claim = claimed(written);
        TextFolder.write(claim.folder(), claim.file().name(), claim.file().content());
        MessageId lost = text(debtor("+447700900011"));
        clock.advance(Duration.ofSeconds(10));
        claimed(lost);
        assertThatThrownBy(() -> delivery.deliver(lost)).isInstanceOf(MessageHeld.class);

        clock.advance(Duration.ofMinutes(11));
        delivery.deliver(written);
        delivery.deliver(lost);
        assertThat(message(written).state()).isEqualTo(MessageState.SENT);
        assertThat(message(lost).state()).isEqualTo(MessageState.FAILED);
        assertThat(message(lost).progress().reason())
                .contains("it may have been fetched", message(lost).headerId());

        receipts.take(
                "r.csv", List.of(new ReceiptLine(2, message(lost).headerId(), Status.DELIVERED, null, "")), "amira");
        assertThat(message(lost).state()).as("it had been fetched").isEqualTo(MessageState.SENT);
    }

    private Claims.Claim.InFile claimed(MessageId id) {
        return (Claims.Claim.InFile) Objects.requireNonNull(transaction.execute(_ -> claims.claim(id)));
    }

    @Test
    void aWebhookIsSignedTriedAgainUnderTheSameIdAndMaySayNo() throws IOException {
        try (Service service = new Service(503, 204, 410)) {
            Delivery byWebhook = deliveryBy(new TextWay.Webhook(service.address(), SECRET));
            MessageId id = text(debtor("+447700900012"));
            clock.advance(Duration.ofSeconds(10));
            assertThatThrownBy(() -> byWebhook.deliver(id))
                    .isInstanceOf(DeliveryPostponed.class)
                    .hasMessageContaining("it answers 503");
            assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);
            byWebhook.deliver(id);
            assertThat(message(id).state()).isEqualTo(MessageState.SENT);

            MessageId refused = text(debtor("+447700900013"));
            clock.advance(Duration.ofSeconds(10));
            byWebhook.deliver(refused);
            assertThat(message(refused).state()).isEqualTo(MessageState.FAILED);
            assertThat(message(refused).progress().reason())
                    .isEqualTo("The text message service refused it: it answers 410, because");

            assertThat(service.requests)
                    .extracting(Request::id)
                    .containsExactly(
                            message(id).headerId(),
                            message(id).headerId(),
                            message(refused).headerId());
            assertThat(service.requests).allSatisfy(request -> {
                assertThat(request.signature())
                        .isEqualTo(TextWebhook.signature(
                                SECRET, request.id(), Instant.ofEpochSecond(request.timestamp()), request.body()));
                assertThat(request.body())
                        .contains("\"type\":\"text_message.handed_over\"", "\"notAfter\":\"2026-03-02T09:");
            });
            assertThat(service.requests.getFirst().body()).contains("\"to\":\"+447700900012\"", "Reply STOP");
        }
    }

    @Test
    void noMoreLeaveInAMinuteThanAreAllowedWhicheverNodeAndWhicheverWay() throws IOException {
        clock.advance(Duration.ofHours(1));
        try (Service service = new Service(204, 204, 204)) {
            TextWay.Webhook way = new TextWay.Webhook(service.address(), SECRET);
            List<MessageId> ids = Stream.of("30", "31", "32", "33", "34")
                    .map(end -> text(debtor("+4477009000" + end)))
                    .toList();
            clock.advance(Duration.ofSeconds(10));
            Instant first = clock.instant();
            deliveryBy(way, new TextPace(sql, handOffs, 3)).deliver(ids.get(0));
            clock.advance(Duration.ofSeconds(20));
            deliveryBy(way, new TextPace(sql, handOffs, 3)).deliver(ids.get(1));
            // What goes into a file counts too, and no more goes in than there is room for.
            deliveryBy(new TextWay.Folder(ROOT.resolve("paced")), new TextPace(sql, handOffs, 3))
                    .deliver(ids.get(2));
            assertThat(handOffs.newest(1).getFirst().messages()).isEqualTo(1);

            Delivery restarted = deliveryBy(way, new TextPace(sql, handOffs, 3));
            assertThatThrownBy(() -> restarted.deliver(ids.get(3)))
                    .isInstanceOf(MessageHeld.class)
                    .hasMessageContaining("waits until " + first.plusSeconds(60))
                    .hasMessageContaining("No more than 3 text messages leave in a minute");
            assertThat(message(ids.get(3)).state()).isEqualTo(MessageState.QUEUED);
            clock.advance(Duration.ofSeconds(40));
            restarted.deliver(ids.get(3));
            assertThatThrownBy(() -> restarted.deliver(ids.get(4)))
                    .isInstanceOf(MessageHeld.class)
                    .hasMessageContaining("waits until " + first.plusSeconds(80));
            assertThat(message(ids.get(3)).state()).isEqualTo(MessageState.SENT);
            assertThat(outbox.recall(ids.get(4), "amira")).isEqualTo(new RecallOutcome.Recalled());
        }
    }

    @Test
    void aServicePostsItsReceiptsSignedAndEachCallCountsOnce() {
        Debtor failing = debtor("+447700900040");
        Debtor other = debtor("+447700900041");
        MessageId failed = text(failing);
        MessageId delivered = text(other);
        clock.advance(Duration.ofSeconds(10));
        String one = "{\"id\":\"%s\",\"status\":\"undelivered\",\"detail\":\"no such number\"}"
                .formatted(message(failed).headerId());
        assertThat(call("early", one))
                .as("we do not know yet that it was taken")
                .isInstanceOf(Reply.Later.class);
        delivery.deliver(failed);

        assertThat(call("early", one)).isEqualTo(new Reply.Taken(200, "{\"taken\":1,\"known\":0}"));
        assertThat(call("early", "[]")).isEqualTo(new Reply.Taken(200, "{\"taken\":1,\"known\":0}"));
        assertThat(call("again", one)).isEqualTo(new Reply.Taken(200, "{\"taken\":0,\"known\":1}"));
        assertThat(message(failed).cameBack()).isEqualTo("no such number");
        assertThat(receipts.of(failed)).extracting(TextReceipt::actor).containsExactly("text message service");

        String several = """
                {"type":"receipts","data":{"receipts":[
                  {"id":"%s","status":"delivered","time":"2026-03-02T09:15:00Z"},
                  {"id":"%1$s","status":"lost"},
                  {"status":"delivered"},
                  {"id":"msg_invented","status":"delivered"}]}}
                """.formatted(message(delivered).headerId());
        assertThat(call("several", several)).isInstanceOfSatisfying(Reply.Taken.class, reply -> {
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body())
                    .contains("\"taken\":1")
                    .contains("\"field\":\"data.receipts[1].status\",\"value\":\"lost\"")
                    .contains("\"field\":\"data.receipts[2].id\"")
                    .contains("\"field\":\"data.receipts[3].id\",\"value\":\"msg_invented\"");
        });
        assertThat(call("broken", "{"))
                .isInstanceOfSatisfying(
                        Reply.Taken.class, reply -> assertThat(reply.body()).contains("The body is no JSON"));
        assertThat(calls().newest(10)).anySatisfy(call -> {
            assertThat(call.taken()).isEqualTo(1);
            assertThat(call.refused()).isEqualTo(3);
        });
    }

    @Test
    void aCallThatIsNotTheServicesIsNotBelieved() {
        ReceiptCalls calls = calls();
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        String signature = WebhookSignature.of(SECRET, "id", now, body);
        assertThat(calls.take(new Signed("id", "" + now, "v1,else " + signature), body))
                .isInstanceOf(Reply.Taken.class);
        assertThat(calls.take(new Signed("id", "" + now, "v1,else"), body)).isInstanceOf(Reply.NotBelieved.class);
        assertThat(calls.take(new Signed("other", "" + now, signature), body)).isInstanceOf(Reply.NotBelieved.class);
        assertThat(calls.take(new Signed("id", "" + now, signature), "[1]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reply.NotBelieved.class);
        assertThat(calls.take(new Signed("", "" + now, signature), body)).isInstanceOf(Reply.NotBelieved.class);
        clock.advance(Duration.ofMinutes(6));
        assertThat(calls.take(new Signed("id", "" + now, signature), body))
                .isInstanceOfSatisfying(
                        Reply.NotBelieved.class,
                        not -> assertThat(not.why()).contains("more than five minutes from now"));
        assertThat(new ReceiptCalls(receipts, sql, json, new BusinessClock(clock), new MockEnvironment()).isOpen())
                .isFalse();
    }

    private Reply call(String id, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        String callId = entity.code() + id;
        return Objects.requireNonNull(transaction.execute(_ ->
                calls().take(new Signed(callId, "" + now, WebhookSignature.of(SECRET, callId, now, bytes)), bytes)));
    }

    private ReceiptCalls calls() {
        return new ReceiptCalls(
                receipts,
                sql,
                json,
                new BusinessClock(clock),
                new MockEnvironment()
                        .withProperty(
                                "QUITTANCE_SMS_RECEIPTS_SECRET",
                                "whsec_" + Base64.getEncoder().encodeToString(SECRET.getEncoded())));
    }

    @Test
    void withoutAServiceOrWithoutAnAnswerTheMessageWaits() throws IOException {
        MessageId id = text(debtor("+447700900014"));
        clock.advance(Duration.ofSeconds(10));
        deliveryBy(new TextWay.None()).deliver(id);
        assertThat(message(id).state()).isEqualTo(MessageState.QUEUED);
        assertThat(message(id).progress().reason()).contains("Nobody takes text messages", "QUITTANCE_SMS_FOLDER");

        Service gone = new Service();
        gone.close();
        TextWay.Webhook nobody = new TextWay.Webhook(gone.address(), SECRET);
        assertThatThrownBy(() -> deliveryBy(nobody).deliver(id))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("The text message service cannot be reached");
        assertThatThrownBy(() -> deliveryBy(nobody).deliver(id)).isInstanceOf(MessageHeld.class);
        assertThat(message(id).progress().attempts())
                .as("nobody asks again at once who is known not to be there")
                .isEqualTo(1);
        assertThat(outbox.recall(id, "amira")).isEqualTo(new RecallOutcome.Recalled());
    }

    @Test
    void theEnvironmentIsReadOrTheStartIsRefused() {
        String secret = "whsec_" + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        assertThat(way("", "", "")).isEqualTo(new TextWay.None());
        assertThat(way("", "https://sms.example/v1", secret)).isInstanceOf(TextWay.Webhook.class);
        assertThatThrownBy(() -> way("out", "https://sms.example/v1", secret))
                .hasMessage("QUITTANCE_SMS_FOLDER is set, and so is QUITTANCE_SMS_WEBHOOK.");
        assertThatThrownBy(() -> way("", "http://sms.example/v1", secret))
                .hasMessage("QUITTANCE_SMS_WEBHOOK is \"http://sms.example/v1\".");
        assertThatThrownBy(() -> way("", "https://sms.example/v1", "whsec_short"))
                .hasMessage("QUITTANCE_SMS_SECRET is missing or malformed.");
    }

    private static TextWay way(String folder, String webhook, String secret) {
        return TextWay.of(
                new Variable("QUITTANCE_SMS_FOLDER", folder),
                new Variable("QUITTANCE_SMS_WEBHOOK", webhook),
                new Variable("QUITTANCE_SMS_SECRET", secret));
    }

    @Test
    void aPortalNoticeTakesItsStepAndIsRemembered() {
        Debtor debtor = debtor(null);
        assertThat(portals.note(notice(debtor, "", ""), AMIRA))
                .isInstanceOfSatisfying(
                        PortalNoticed.Refused.class,
                        refused -> assertThat(refused.part()).isEqualTo(PortalNoticed.Part.PORTAL));
        assertThat(portals.note(notice(debtor, "Coupa", "javascript:alert(1)"), AMIRA))
                .isInstanceOfSatisfying(
                        PortalNoticed.Refused.class,
                        refused -> assertThat(refused.part()).isEqualTo(PortalNoticed.Part.ADDRESS));
        assertThat(portals.note(notice(debtor, "Coupa", "https://supplier.coupa.example"), AMIRA))
                .isInstanceOf(PortalNoticed.Noted.class);

        assertThat(portals.lastPortal(debtor.id()))
                .contains(new PortalNotice.Portal("Coupa", "https://supplier.coupa.example"));
        assertThat(sql.fetch(
                                "select action from collections.step_taken where item_id = ?",
                                debtor.invoice().value())
                        .getValues(0, String.class))
                .as("the text message was passed over: nobody has a mobile number")
                .containsExactly("PORTAL_NOTICE");
        assertThat(timeline.of(debtor.customer(), null, 1).getFirst().activity())
                .satisfies(activity -> {
                    assertThat(activity.kind()).isEqualTo(Activity.Kind.PORTAL_NOTICE);
                    assertThat(activity.body()).isEqualTo("Reference SUP-1. Uploaded.");
                });
    }

    private static PortalNotice notice(Debtor debtor, String portal, String address) {
        return new PortalNotice(
                debtor.id(), Set.of(), TODAY, new PortalNotice.Portal(portal, address), "SUP-1", "Uploaded.");
    }

    /** A customer that owes one invoice, with somebody who may have a mobile number. */
    private record Debtor(String number, ItemId invoice, long id, long contact) {

        CustomerId customer() {
            return CustomerId.of(id);
        }
    }

    private Debtor debtor(@Nullable String mobile) {
        String number = "T" + ++customersSoFar;
        ItemId invoice = books.invoice(entity, number, "I" + customersSoFar, 500_00, TODAY.minusDays(8));
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
        long contact = customers.addContact(
                new ContactDraft(
                        customer,
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "",
                        "",
                        "en",
                        false,
                        mobile == null ? null : new PhoneNumber(mobile),
                        false),
                "test");
        return new Debtor(number, invoice, customer, contact);
    }

    private MessageId text(Debtor debtor) {
        assertThat(reminders.preview(debtor.id(), AMIRA)).isInstanceOf(ReminderDraft.ReadyText.class);
        return ((ReminderOutcome.Queued) reminders.queue(debtor.id(), AMIRA)).message();
    }

    private Delivery deliveryBy(TextWay way) {
        return deliveryBy(way, pace);
    }

    /** A node of its own: all that it shares with others is the database. */
    private Delivery deliveryBy(TextWay way, TextPace inPace) {
        BusinessClock business = new BusinessClock(clock);
        return new Delivery(
                new Claims(messages, gates, post, way, handOffs, notes, connections, inPace, business),
                messages,
                post,
                webhook,
                notes,
                connections,
                business,
                transaction);
    }

    private List<String> lines(HandOffs.HandOff file) {
        return new String(handOffs.file(file.id()).orElseThrow().content(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private String line(MessageId id, Debtor debtor) {
        return "%s,%s,\"%s: EUR 500.00 is past due on your account %s. If it has been overlooked, please pay it in the next days. Thank you. Reply STOP to get no more texts.\",en,%s,%s,2026-03-02T09:30:10Z"
                .formatted(
                        message(id).headerId(),
                        message(id).envelope().toAddress(),
                        entity.name(),
                        debtor.number(),
                        entity.name(),
                        debtor.number());
    }

    private Message message(MessageId id) {
        return outbox.message(id).orElseThrow();
    }

    private static Step step(Action action, int level) {
        return Step.draft("s" + level, action, Money.zero(Currency.getInstance("EUR")))
                .placed(4 + level, 3, level)
                .step();
    }

    /** What came over the wire. */
    private record Request(String id, long timestamp, String signature, String body) {}

    /** A service that answers with these codes, one after the other. */
    private static final class Service implements AutoCloseable {

        private final HttpServer server;
        private final Deque<Integer> answers;
        private final List<Request> requests = new ArrayList<>();

        Service(Integer... answers) throws IOException {
            this.answers = new ArrayDeque<>(List.of(answers));
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1", exchange -> {
                var headers = exchange.getRequestHeaders();
                requests.add(new Request(
                        headers.getFirst("webhook-id"),
                        Long.parseLong(headers.getFirst("webhook-timestamp")),
                        headers.getFirst("webhook-signature"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                int answer = this.answers.removeFirst();
                byte[] words = answer == 204 ? new byte[0] : "because".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer, words.length == 0 ? -1 : words.length);
                exchange.getResponseBody().write(words);
                exchange.close();
            });
            server.start();
        }

        URI address() {
            return URI.create(
                    "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
