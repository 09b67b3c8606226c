package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.respondents.Tables.ANSWER_LINK;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.escalation.EscalationAnswers;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationEvent;
import org.quittance.collections.escalation.EscalationFilter;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.respondent.Unasked;
import org.quittance.correspondence.letter.Language;
import org.quittance.disputes.DisputeAnswers;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.Disputes;
import org.quittance.disputes.EvidenceBook;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.respondents.AnswerLinks;
import org.quittance.respondents.DirectoryOutcome;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.QuestionStanding;
import org.quittance.respondents.Questions;
import org.quittance.respondents.Respondent;
import org.quittance.respondents.RespondentDirectory;
import org.quittance.respondents.RespondentDraft;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A sales owner and a biller are asked by mail, over a real mail server, and answer by the link in it. */
@ApplicationTest
class QuestionsByMailTest {

    /** A Monday. */
    private static final LocalDate TODAY = Books.TODAY;

    private static final TestPost MAIL_SERVER = new TestPost();
    private static final Pattern LINK = Pattern.compile("https://credit\\.example\\.com/answer/([A-Za-z0-9_-]{43})\\s");
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final byte[] PDF = "%PDF-1.7 a delivery note".getBytes(StandardCharsets.US_ASCII);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("quittance.smtp.host", () -> "127.0.0.1");
        registry.add("quittance.smtp.tls", () -> "none");
        registry.add("quittance.smtp.port", MAIL_SERVER::port);
        registry.add("quittance.public.address", () -> "https://credit.example.com");
    }

    @AfterAll
    static void closeMailServer() {
        MAIL_SERVER.stop();
    }

    @Autowired
    private RespondentDirectory directory;

    @Autowired
    private Questions questions;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private InternalOutbox outbox;

    @Autowired
    private InternalDelivery delivery;

    @Autowired
    private Escalations escalations;

    @Autowired
    private EscalationList list;

    @Autowired
    private EscalationAnswers escalationAnswers;

    @Autowired
    private Disputes disputes;

    @Autowired
    private DisputeList disputeList;

    @Autowired
    private DisputeAnswers disputeAnswers;

    @Autowired
    private EvidenceBook evidence;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Connections connections;

    @Autowired
    private Post post;

    @Autowired
    private People people;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private AccountId account;
    private Viewer collector;
    private Viewer manager;
    private Respondent ruth;

    @BeforeEach
    void anAccountThatOwesAndASalesOwner() {
        clock.setTo(TODAY);
        connections.works(post.connection());
        LegalEntity made = books.entity("EUR");
        entity = new LegalEntity(
                made.id(),
                made.code(),
                made.name(),
                made.currency(),
                made.country(),
                made.language(),
                made.customerMaster(),
                made.address(),
                "credit@test.example",
                made.iban(),
                made.bic());
        entities.changeLetterhead(entity, "test");
        invoice = books.invoice(entity, "C1", "4711", 1_000_00, TODAY.minusDays(70));
        account = books.account(entity, "C1");
        collector = person("asks", Role.COLLECTOR);
        manager = person("decides", Role.MANAGER);
        long portfolio = people.addPortfolio("Asked " + collector.login(), collector.personId(), "test");
        books.moveTo(portfolio, account.value());
        collector = people.credentials(collector.login()).orElseThrow().viewer();
        directory.setDomains(entity.id(), "halden.example", manager);
        ruth = respondent("Ruth Amsel", "de");
        nightlyRun.run(TODAY, "test");
    }

    @Test
    void aSalesOwnerAnswersOnceByALinkThatStandsInTheMailAlone() throws Exception {
        long id = escalate(EscalationPath.SALES_OWNER, ruth);
        InternalMessage mail = mailAbout(QuestionKind.ESCALATION, id);
        assertThat(mail.text()).contains(InternalMail.LINK_PLACE).doesNotContain("/answer/");
        assertThat(sql.fetchCount(ANSWER_LINK, ANSWER_LINK.MAIL_ID.eq(mail.id())))
                .as("there is no link before the mail leaves")
                .isZero();

        MimeMessage arrived = deliver(mail);

        assertThat(arrived.getSubject()).startsWith("E" + id).contains("Ihre Antwort bis");
        assertThat(arrived.getHeader("Content-Language", null)).isEqualTo("de");
        String text = textOf(mail);
        assertThat(text)
                .contains("Guten Tag Ruth Amsel", "„Says that sales agreed to 90 days“", "1.000,00", collector.name());
        assertThat(read(mail).attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).startsWith("case-C1");
            assertThat(new String(file.content(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        });
        String token = tokenIn(text);
        assertThat(outbox.mail(mail.id()).orElseThrow().text())
                .as("what was sent is kept without its link")
                .doesNotContain(token);
        assertThat(sql.fetchCount(MESSAGE, MESSAGE.CUSTOMER_ID.eq(customer())))
                .as("nothing was written to the customer")
                .isZero();
        assertThat(timeline.of(CustomerId.of(customer()), null, 50))
                .noneMatch(entry -> entry.activity().kind() == Activity.Kind.EMAIL);

        LinkedQuestion question = links.find(token).orElseThrow();
        assertThat(links.find(token)).as("opening a link changes nothing").contains(question);
        assertThat(escalationAnswers.answer(question, "Yes, we did; the note is with me"))
                .isEqualTo(new EscalationOutcome.Done(id));

        EscalationEvent answer =
                list.events(list.one(collector, id).orElseThrow()).getLast();
        String by = "Ruth Amsel, by the link sent to " + ruth.address().address();
        assertThat(answer.saidBy()).isEqualTo(by);
        assertThat(answer.actor()).isEqualTo("link");
        assertThat(timeline.of(CustomerId.of(customer()), null, 50))
                .anyMatch(entry -> entry.activity().outcome().contains("Answered by " + by));
        assertThat(worklist.rows(
                                collector,
                                new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null),
                                0,
                                10)
                        .getFirst()
                        .reasons())
                .as("decided again at once")
                .noneMatch(reason -> reason.contains("waiting for"));
        assertThat(list.lines(collector, new EscalationFilter(EscalationFilter.Show.ANSWERED_TO_ME, null, null), 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.ANSWERED));
        assertThat(links.find(token).orElseThrow().isOpen()).isFalse();
        assertThat(escalationAnswers.answer(question, "No, after all"))
                .as("a second answer is refused")
                .isEqualTo(new EscalationOutcome.NotFound());
    }

    @Test
    void aLinkIsForOneMatterAndOnePersonAndEndsWhenItIsTakenElsewhere() throws Exception {
        long id = escalate(EscalationPath.SALES_OWNER, ruth);
        InternalMessage first = mailAbout(QuestionKind.ESCALATION, id);
        deliver(first);
        String token = tokenIn(textOf(first));
        LinkedQuestion held = links.find(token).orElseThrow();
        Respondent henrik = respondent("Henrik Dahl", "");
        escalations.handOver(id, outside(henrik), "Ruth is away", collector);
        assertThat(links.find(token)).isEmpty();
        assertThat(escalationAnswers.answer(held, "Too late"))
                .as("also for whoever had the page open")
                .isEqualTo(new EscalationOutcome.NotFound());

        InternalMessage second = mailAbout(QuestionKind.ESCALATION, id);
        assertThat(second.language()).as("the entity's language").isEqualTo(Language.ENGLISH);
        deliver(second);
        String other = tokenIn(textOf(second));
        questions.revoke(QuestionKind.ESCALATION, id, manager);
        assertThat(links.find(other)).as("revoked").isEmpty();
        questions.askAgain(QuestionKind.ESCALATION, id, manager);
        InternalMessage third = mailAbout(QuestionKind.ESCALATION, id);
        assertThat(third.actor()).as("whoever had it sent, in whosever name").isEqualTo(manager.login());
        deliver(third);
        String again = tokenIn(textOf(third));
        assertThat(links.find(again)).isPresent();
        assertThat(links.find(again.substring(1) + "A")).isEmpty();
        clock.setTo(TODAY.plusDays(17));
        assertThat(links.find(again)).as("due on Thursday, and two weeks").isPresent();
        clock.setTo(TODAY.plusDays(18));
        assertThat(links.find(again)).isEmpty();

        clock.setTo(TODAY);
        long hold = escalate(EscalationPath.CREDIT_HOLD, Addressee.colleague(manager.login()));
        LinkedQuestion forged = new LinkedQuestion(
                links.find(again).orElseThrow().questionId(),
                QuestionKind.ESCALATION,
                hold,
                "Henrik Dahl",
                henrik.address().address(),
                collector.login(),
                TODAY,
                true);
        assertThat(escalationAnswers.answer(forged, "Hold them"))
                .as("what needs an authority is answered by no link")
                .isEqualTo(new EscalationOutcome.Refused(Objection.NOT_A_QUESTION));
        InternalMessage toManager = mailAbout(QuestionKind.ESCALATION, hold);
        deliver(toManager);
        assertThat(textOf(toManager))
                .contains("https://credit.example.com/escalations/" + hold)
                .doesNotContain("/answer/");
    }

    @Test
    void nothingIsSentOutsideTheCompanyAndThePageSaysWhy() {
        assertThat(directory.add(new RespondentDraft("Sam", "sam@elsewhere.example", "", ""), manager))
                .isInstanceOf(DirectoryOutcome.Refused.class)
                .extracting(outcome -> ((DirectoryOutcome.Refused) outcome).told())
                .asString()
                .startsWith("sam@elsewhere.example is not an address of the company");
        assertThat(directory.add(new RespondentDraft("Sam", "sam@halden.example", "", ""), collector))
                .extracting(outcome -> ((DirectoryOutcome.Refused) outcome).reason())
                .isEqualTo(DirectoryOutcome.Reason.NOT_THEIRS);
        assertThat(directory.setDomains(entity.id(), "halden.example, *.example", manager))
                .extracting(outcome -> ((DirectoryOutcome.Refused) outcome).told())
                .asString()
                .startsWith("\"*.example\" is no domain");

        long unknown = escalate(EscalationPath.SALES_OWNER, Addressee.outside("Sam", "sam@halden.example"));
        assertThat(questions.standing(QuestionKind.ESCALATION, unknown))
                .contains(new QuestionStanding.Unsent(Unasked.NOT_LISTED));
        directory.setDomains(entity.id(), "another.example", manager);
        long foreign = escalate(EscalationPath.BUSINESS, ruth);
        assertThat(questions.standing(QuestionKind.ESCALATION, foreign))
                .as("the domain of another entity is none of this one")
                .contains(new QuestionStanding.Unsent(Unasked.FOREIGN_DOMAIN));
    }

    @Test
    void aDisputeIsAnsweredInPartWithEvidenceBesideIt() throws Exception {
        long id = dispute("400.00", null);
        disputes.handOverByMail(id, ruth.id(), "Yours", collector);
        InternalMessage mail = mailAbout(QuestionKind.DISPUTE, id);
        deliver(mail);
        assertThat(textOf(mail)).contains("400,00", "von 4711");
        LinkedQuestion question = links.find(tokenIn(textOf(mail))).orElseThrow();
        assertThat(line(id).ownerName()).isEqualTo("Ruth Amsel");

        assertThat(disputeAnswers.answer(question, found("500.00", null)))
                .isEqualTo(new DisputeOutcome.Refused(Dispute.Objection.NOT_WITHIN));
        assertThat(disputeAnswers.answer(question, found("150.00", new EvidenceBook.File("..\\note.exe", PDF))))
                .isEqualTo(new DisputeOutcome.Done(id));

        assertThat(line(id).state()).isEqualTo(Dispute.State.PARTLY_OWED);
        assertThat(line(id).leftOut()).isEqualTo(Money.of("150.00", "EUR"));
        assertThat(disputeList.events(line(id)).getLast().saidBy())
                .isEqualTo("Ruth Amsel, by the link sent to " + ruth.address().address());
        long kept = evidence.of(id).getFirst().id();
        assertThat(evidence.content(id, kept).orElseThrow()).satisfies(file -> {
            assertThat(file.name()).isEqualTo("note.pdf");
            assertThat(file.content()).isEqualTo(PDF);
        });
        assertThat(evidence.content(dispute("100.00", null), kept))
                .as("of another dispute")
                .isEmpty();
        assertThat(disputeAnswers.answer(question, found("0", new EvidenceBook.File("more.pdf", PDF))))
                .isEqualTo(new DisputeOutcome.NotFound());
        assertThat(evidence.of(id)).hasSize(1);
    }

    @Test
    void aMailLeavesOnceWhateverTheServerDoesAndNotAfterItsAnswer() {
        long id = escalate(EscalationPath.SALES_OWNER, ruth);
        InternalMessage mail = mailAbout(QuestionKind.ESCALATION, id);
        clock.advance(Duration.ofMinutes(1));
        MAIL_SERVER.stop();
        assertThatThrownBy(() -> delivery.deliver(mail.id())).isInstanceOf(InternalDelivery.Held.class);
        assertThat(outbox.mail(mail.id()).orElseThrow().progress())
                .satisfies(progress -> assertThat(progress.state()).isEqualTo(MessageState.QUEUED))
                .satisfies(progress -> assertThat(progress.lastAttempt() - progress.attempts())
                        .as("nobody was there: it is not counted")
                        .isEqualTo(8));
        MAIL_SERVER.start();
        connections.works(post.connection());
        delivery.deliver(mail.id());
        delivery.deliver(mail.id());
        assertThat(MAIL_SERVER.deliveredAs(mail.headerId())).hasSize(1);

        long other = escalate(EscalationPath.BUSINESS, ruth);
        InternalMessage late = mailAbout(QuestionKind.ESCALATION, other);
        escalations.act(other, Deed.WITHDRAW, "", "They have paid", collector);
        clock.advance(Duration.ofMinutes(1));
        delivery.deliver(late.id());
        assertThat(outbox.mail(late.id()).orElseThrow().state()).isEqualTo(MessageState.REFUSED);
        assertThat(MAIL_SERVER.deliveredAs(late.headerId())).isEmpty();
    }

    @Test
    void oneIsRemindedOnceAndNotAfterAnAnswer() throws Exception {
        long id = escalate(EscalationPath.SALES_OWNER, ruth);
        long answered = escalate(EscalationPath.BUSINESS, ruth);
        InternalMessage first = mailAbout(QuestionKind.ESCALATION, answered);
        deliver(first);
        escalationAnswers.answer(links.find(tokenIn(textOf(first))).orElseThrow(), "Leave it to me");
        InternalMessage asked = mailAbout(QuestionKind.ESCALATION, id);
        deliver(asked);

        questions.remind();
        assertThat(mailAbout(QuestionKind.ESCALATION, id).id())
                .as("due on Thursday: not on Monday")
                .isEqualTo(asked.id());
        clock.setTo(TODAY.plusDays(2));
        questions.remind();
        InternalMessage reminder = mailAbout(QuestionKind.ESCALATION, id);
        assertThat(reminder.subject()).startsWith("Erinnerung: E" + id);
        assertThat(mailAbout(QuestionKind.ESCALATION, answered).id()).isEqualTo(first.id());
        deliver(reminder);
        assertThat(links.find(tokenIn(textOf(reminder)))).isPresent();
        assertThat(links.find(tokenIn(textOf(asked))))
                .as("the first link stays good")
                .isPresent();
        questions.remind();
        assertThat(mailAbout(QuestionKind.ESCALATION, id).id()).isEqualTo(reminder.id());
    }

    private static DisputeAnswers.Found found(String notOwed, EvidenceBook.@Nullable File file) {
        return new DisputeAnswers.Found(Money.of(notOwed, "EUR"), "The discount was agreed", file);
    }

    private long dispute(String amount, @Nullable String owner) {
        DisputeOutcome outcome = disputes.open(
                new DisputeDraft(
                        invoice.value(), Money.of(amount, "EUR"), DisputeReason.PRICE, "too dear", owner, null),
                collector);
        return ((DisputeOutcome.Done) outcome).id();
    }

    private DisputeLine line(long dispute) {
        return disputeList.one(collector, dispute).orElseThrow();
    }

    private static Addressee outside(Respondent respondent) {
        return Addressee.outside(respondent.name(), respondent.address().address());
    }

    private long escalate(EscalationPath path, Respondent respondent) {
        return escalate(path, outside(respondent));
    }

    private long escalate(EscalationPath path, Addressee to) {
        EscalationOutcome outcome = escalations.open(
                new EscalationDraft(account.value(), path, "Says that sales agreed to 90 days", to), collector);
        return ((EscalationOutcome.Done) outcome).id();
    }

    private Respondent respondent(String name, String language) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + NEXT.getAndIncrement() + "@halden.example";
        assertThat(directory.add(new RespondentDraft(name, email, "Sales", language), manager))
                .isEqualTo(new DirectoryOutcome.Done());
        return directory.byAddress(email).orElseThrow();
    }

    private Viewer person(String login, Role role) {
        String own = "by-mail-" + login + NEXT.getAndIncrement();
        people.add(own, "Person " + own, own + "@example.com", Set.of(role), "no password", "test");
        return people.credentials(own).orElseThrow().viewer();
    }

    private long customer() {
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
    }

    private InternalMessage mailAbout(QuestionKind kind, long matter) {
        return ((QuestionStanding.Asked) questions.standing(kind, matter).orElseThrow()).mail();
    }

    private MimeMessage deliver(InternalMessage mail) {
        clock.advance(Duration.ofMinutes(1));
        delivery.deliver(mail.id());
        List<MimeMessage> arrived = MAIL_SERVER.deliveredAs(mail.headerId());
        assertThat(arrived).hasSize(1);
        return arrived.getFirst();
    }

    private ReceivedMail read(InternalMessage mail) {
        return MAIL_SERVER.readOverImap(mail.envelope().toAddress(), mail.headerId());
    }

    private String textOf(InternalMessage mail) {
        return read(mail).text();
    }

    private static String tokenIn(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
