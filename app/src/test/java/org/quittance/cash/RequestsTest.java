package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.Certificates.Part;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.AuthorityRefusal;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Deed;
import org.quittance.core.cash.MatchScore.Figure;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class RequestsTest {

    private static final Viewer MARIA = Viewer.system("maria");

    @Autowired
    private Requests requests;

    @Autowired
    private RequestReader reader;

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private HandReceipts receipts;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Scorecard scorecard;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private Viewer casper;
    private ItemId ofAda;
    private long payment;
    private ItemId credit;

    @BeforeEach
    void aPaymentThatLiesOnAccount() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        ofAda = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY);
        books.invoice(entity, "BO", "8800022", 50_00, Books.TODAY);
        long portfolio = sql.fetchSingle(
                        "select portfolio_id from ledger.account where id = ?",
                        books.account(entity, "ADA").value())
                .get(0, Long.class);
        casper = new Viewer(7, "casper", "Casper", Set.of(Role.CASH), Set.of(portfolio));
        payment = statements
                .come(entity, new Line("Somebody", 80_00, "thank you"))
                .getFirst();
        desk.assign(payment, new Assignments.Wish(List.of(), Map.of(), books.account(entity, "ADA")), casper);
        credit = ItemId.of(view().assigned().getFirst().itemId());
    }

    private PaymentView view() {
        return payments.payment(payment, MARIA).orElseThrow();
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }

    private long waitingRequest() {
        return reader.waiting(MARIA).stream()
                .filter(line -> line.entityCode().equals(entity.code()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Certificates.Line certificate() {
        return certificates.at(Books.TODAY).stream()
                .filter(line -> line.bankAccountId() == bankAccount())
                .findFirst()
                .orElseThrow();
    }

    private long bankAccount() {
        return sql.fetchSingle("select bank_account_id from cash.payment where id = ?", payment)
                .get(0, Long.class);
    }

    @Test
    void aRefundIsAskedForByOneApprovedByAnotherAndClearsTheCredit() {
        requests.ask(new Requests.Draft(Deed.REFUND, credit, eur(30_00), null, "paid twice"), casper);
        assertThat(books.open(credit)).isEqualTo(-80_00);
        assertThat(requests.decide(waitingRequest(), Requests.Decision.APPROVED, "seen the bank line", MARIA))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(credit)).isEqualTo(-50_00);
        assertThat(view().money()).isEqualTo(new PaymentView.Standing(0, 50_00, 30_00, 0));
        assertThat(reader.approvedRefunds(MARIA))
                .filteredOn(line -> line.entityCode().equals(entity.code()))
                .singleElement()
                .satisfies(line -> assertThat(line.payeeName()).isEqualTo("Somebody"));
        assertThat(certificate().difference().isZero()).isTrue();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnRequestAndWhoeverAppliesCashApprovesNone() {
        requests.ask(new Requests.Draft(Deed.REFUND, credit, eur(30_00), null, "paid twice"), MARIA);
        long id = waitingRequest();
        Viewer both = new Viewer(8, "nina", "Nina", Set.of(Role.CASH, Role.MANAGER), Set.of());
        assertRefused(requests.decide(id, Requests.Decision.APPROVED, "mine", MARIA), AuthorityRefusal.OWN_REQUEST);
        assertRefused(requests.decide(id, Requests.Decision.APPROVED, "ok", both), AuthorityRefusal.APPLIES_CASH);
        assertThat(books.open(credit)).isEqualTo(-80_00);
    }

    @Test
    void whoeverPutThePaymentOnAccountDecidesNothingAboutItsRefundAndAnotherManagerDoes() {
        Viewer lena = Viewer.system("lena");
        long other = statements
                .come(entity, new Line("Somebody else", 40_00, "thanks"))
                .getFirst();
        desk.assign(other, new Assignments.Wish(List.of(), Map.of(), books.account(entity, "ADA")), lena);
        ItemId itsCredit = ItemId.of(payments.payment(other, MARIA)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        requests.ask(new Requests.Draft(Deed.REFUND, itsCredit, eur(40_00), null, "paid twice"), casper);
        long id = waitingRequest();
        assertThat(reader.waitingThatTheyHandled(lena)).contains(id);
        assertThat(reader.waitingThatTheyHandled(MARIA)).doesNotContain(id);
        assertRefused(
                requests.decide(id, Requests.Decision.APPROVED, "ok", lena), AuthorityRefusal.HANDLED_THIS_PAYMENT);
        assertThat(books.open(itsCredit)).isEqualTo(-40_00);
        assertThat(requests.decide(id, Requests.Decision.APPROVED, "ok", MARIA)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(itsCredit)).isZero();
    }

    @Test
    void whoeverAppliedAPaymentToAnInvoiceDoesNotApproveThatTheRestOfItIsGivenUp() {
        Viewer lena = Viewer.system("lena");
        desk.apply(payment, credit, List.of(new Decision.Line(ofAda, 80_00)), lena);
        requests.ask(new Requests.Draft(Deed.WRITE_OFF, ofAda, eur(20_00), null, "not worth it"), casper);
        long id = waitingRequest();
        assertRefused(
                requests.decide(id, Requests.Decision.APPROVED, "ok", lena), AuthorityRefusal.HANDLED_THIS_PAYMENT);
        assertThat(requests.decide(id, Requests.Decision.APPROVED, "ok", MARIA)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void whoeverAcceptedMoneyByHandDecidesNothingAboutItEitherAfterTheBankHasReportedIt() {
        Viewer lena = Viewer.system("lena");
        var accepted = receipts.accept(
                new HandReceipts.Draft(
                        bankAccount(),
                        HandReceipts.Means.CHEQUE,
                        eur(33_00),
                        Books.TODAY,
                        "Ada",
                        "CHQ 771" + entity.code(),
                        ""),
                lena);
        long hand = ((HandReceipts.Acceptance.Accepted) accepted).paymentId();
        desk.assign(hand, new Assignments.Wish(List.of(), Map.of(), books.account(entity, "ADA")), casper);
        statements.come(entity, new Line("Ada", 33_00, "CHQ 771" + entity.code()));
        ItemId itsCredit = ItemId.of(payments.payment(hand, MARIA)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        requests.ask(new Requests.Draft(Deed.REFUND, itsCredit, eur(33_00), null, "paid twice"), casper);
        assertRefused(
                requests.decide(waitingRequest(), Requests.Decision.APPROVED, "ok", lena),
                AuthorityRefusal.HANDLED_THIS_PAYMENT);
    }

    private static void assertRefused(DeskOutcome outcome, Enum<?> reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aTransferLeavesOneAccountAndArrivesInTheOtherAndThePaymentGoesWithIt() {
        requests.ask(
                new Requests.Draft(Deed.TRANSFER, credit, eur(80_00), books.account(entity, "BO"), "was for Bo"),
                casper);
        assertThat(requests.decide(waitingRequest(), Requests.Decision.APPROVED, "checked", MARIA))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(credit)).isZero();
        assertThat(view().assigned().getLast().open().minor()).isEqualTo(80_00);
        assertThat(view().money()).isEqualTo(new PaymentView.Standing(0, 80_00, 0, 0));
        assertThat(certificate().of(Part.ON_ACCOUNT)).isEqualTo(eur(80_00));
        assertThat(certificate().difference().isZero()).isTrue();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aSmallWriteOffWithinOnesLimitIsPostedAtOnceAndALargerOneWaits() {
        requests.ask(new Requests.Draft(Deed.WRITE_OFF, ofAda, eur(5_00), null, "bank charge"), casper);
        assertThat(books.open(ofAda)).isEqualTo(95_00);
        requests.ask(new Requests.Draft(Deed.WRITE_OFF, ofAda, eur(5_01), null, "too much trouble"), casper);
        assertThat(books.open(ofAda)).isEqualTo(95_00);
        requests.decide(waitingRequest(), Requests.Decision.REFUSED, "call them first", MARIA);
        assertThat(books.open(ofAda)).isEqualTo(95_00);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aRequestIsAnsweredOnceHoweverManyAnswer() throws Exception {
        requests.ask(new Requests.Draft(Deed.REFUND, credit, eur(30_00), null, "paid twice"), casper);
        long id = waitingRequest();
        List<Future<DeskOutcome>> outcomes;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            outcomes = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(
                            () -> requests.decide(id, Requests.Decision.APPROVED, "ok", Viewer.system("manager" + i))))
                    .toList();
        }
        int done = 0;
        for (Future<DeskOutcome> one : outcomes) {
            done += one.get() instanceof DeskOutcome.Done ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(books.open(credit)).isEqualTo(-50_00);
    }

    @Test
    void whatIsGoneWhenTheAnswerComesIsNotPosted() {
        requests.ask(new Requests.Draft(Deed.REFUND, credit, eur(80_00), null, "paid twice"), casper);
        undo.takeBack(payment, credit, new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs"), null, casper);
        assertThat(requests.decide(waitingRequest(), Requests.Decision.APPROVED, "ok", MARIA))
                .isInstanceOf(DeskOutcome.Refused.class);
        assertThat(view().money()).isEqualTo(new PaymentView.Standing(0, 0, 0, 80_00));
        assertThat(certificate().of(Part.UNIDENTIFIED)).isEqualTo(eur(80_00));
        assertThat(certificate().difference().isZero()).isTrue();
    }

    @Test
    void theCertificateOfAPastDayStaysAsItWasWhateverIsTakenBackLater() {
        clock.setTo(Books.TODAY.plusDays(10));
        undo.takeBack(payment, credit, new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs"), null, casper);
        assertThat(certificate().of(Part.ON_ACCOUNT)).isEqualTo(eur(80_00));
        assertThat(certificate().of(Part.UNIDENTIFIED)).isEqualTo(eur(0));
        assertThat(certificate().difference().isZero()).isTrue();
        assertThat(certificates.payments(
                        new Certificates.Figure(Books.TODAY, Certificates.Book.BANK, bankAccount(), Part.ON_ACCOUNT),
                        0,
                        10))
                .extracting(Certificates.PartOfPayment::paymentId)
                .containsExactly(payment);
    }

    @Test
    void theCertificateListsEveryLineThatIsNotAppliedWithWhatIsLeftOfIt() {
        desk.apply(payment, credit, List.of(new Decision.Line(ofAda, 50_00)), casper);
        long unknown = statements
                .come(entity, new Line("Nobody knows", 7_77, "thanks"))
                .getFirst();
        assertThat(certificates.notApplied(Books.TODAY, 10_000).stream()
                        .filter(line -> line.paymentId() == payment || line.paymentId() == unknown))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.onAccount()).isEqualTo(eur(30_00));
                            assertThat(first.received()).isEqualTo(eur(80_00));
                        },
                        second -> assertThat(second.unidentified()).isEqualTo(eur(7_77)));
    }

    @Test
    void aCorrectionOfAnAutomaticMatchCountsAsFalseAndOneThatThePayerAskedForDoesNot() {
        ItemId first = books.invoice(entity, "CY", "8800066", 10_00, Books.TODAY);
        ItemId second = books.invoice(entity, "CY", "8800077", 20_00, Books.TODAY);
        String payer = "Customer CY " + entity.code();
        List<Long> ids = statements.come(
                entity, new Line(payer, 10_00, "invoice 8800066"), new Line(payer, 20_00, "invoice 8800077"));
        assertThat(books.open(first) + books.open(second)).isZero();
        undo.reverseApplication(ids.get(0), new CashUndo.Why(UndoReason.WRONG_ITEM, "other item"), MARIA);
        undo.reverseApplication(ids.get(1), new CashUndo.Why(UndoReason.PAYER_ASKED, "use for May"), MARIA);
        Scorecard.Range range = new Scorecard.Range(Books.TODAY.minusDays(5), Books.TODAY);
        Scorecard.Line line = scorecard.lines(range, Scorecard.By.PAYER, 10_000).stream()
                .filter(one -> one.key().equalsIgnoreCase(payer))
                .findFirst()
                .orElseThrow();
        assertThat(line.score().of(Figure.BY_PAYMENT).orElseThrow()).isEqualByComparingTo("1");
        assertThat(line.score().of(Figure.BY_VALUE).orElseThrow()).isEqualByComparingTo("1");
        assertThat(line.score().of(Figure.FALSE_MATCHES).orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(line.score().of(Figure.TOUCHES).orElseThrow()).isEqualByComparingTo("1");
        assertThat(scorecard.payments(range, Scorecard.By.PAYER, line.key(), "EUR", 0, 10))
                .extracting(Scorecard.Counted::isFalseMatch)
                .containsExactly(false, true);
    }
}
