package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.db.cash.Tables.DEDUCTION_VIEW;
import static org.quittance.db.cash.Tables.DIFFERENCE_VIEW;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.UNIDENTIFIED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.CashUndo.Why;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.Decision.Difference.Kind;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.cash.Match;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.Terms;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
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
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class CashDeskTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final Why WRONG_CUSTOMER = new Why(UndoReason.WRONG_CUSTOMER, "belongs to Bo");

    @Autowired
    private CashDesk desk;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private CashUndo undo;

    @Autowired
    private Parking parking;

    @Autowired
    private CashQueue queue;

    @Autowired
    private MoneyInSight inSight;

    @Autowired
    private QueueCheck queueCheck;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private DifferenceReader differences;

    @Autowired
    private Leeways leeways;

    @Autowired
    private MatchPolicies policies;

    @Autowired
    private ItemSearch search;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private People people;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private LegalEntity entity;
    private ItemId ofAda;
    private ItemId ofBo;

    @BeforeEach
    void twoCustomersWithAnInvoiceEach() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        ofAda = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY);
        ofBo = books.invoice(entity, "BO", "8800022", 50_00, Books.TODAY);
    }

    private static Assignments.Wish pays(Map<ItemId, Long> amounts) {
        return new Assignments.Wish(
                amounts.entrySet().stream()
                        .map(one -> new Decision.Line(one.getKey(), one.getValue()))
                        .toList(),
                Map.of(),
                null);
    }

    private long comesWithoutReference(long minor) {
        return statements.come(entity, new Line("Somebody", minor, "thank you")).getFirst();
    }

    private QueueFilter all(QueueFilter.Show show) {
        return new QueueFilter(show, entity.id(), null, null, null, null, "amount", QueueFilter.Order.DESCENDING);
    }

    private List<Long> queued(QueueFilter.Show show) {
        return queue.rows(CASPER, all(show), 0, 100, 5).stream()
                .map(QueueRow::paymentId)
                .toList();
    }

    private PaymentView view(long payment) {
        return payments.payment(payment, CASPER).orElseThrow();
    }

    @Test
    void onePaymentIsDividedAmongTheItemsOfTwoCustomersAndWhatIsLeftStaysOnAccount() {
        long payment = comesWithoutReference(140_00);
        assertThat(desk.assign(payment, pays(Map.of(ofAda, 100_00L, ofBo, 30_00L)), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isZero();
        assertThat(books.open(ofBo)).isEqualTo(20_00);
        assertThat(view(payment).money()).isEqualTo(new PaymentView.Standing(130_00, 10_00, 0, 0));
        assertThat(check.faults()).isEmpty();
    }

    private static Assignments.Wish pays(ItemId item, long amountMinor, Difference... differences) {
        return new Assignments.Wish(
                List.of(new Decision.Line(item, amountMinor)), List.of(differences), Map.of(), null);
    }

    @Test
    void anInvoicePaidLessASmallDifferenceIsSettledAndTakingItBackOpensAllOfIt() {
        long payment = comesWithoutReference(98_00);
        Difference charge = new Difference(ofAda, Kind.BANK_CHARGE, 2_00, "kept by the bank in Lyon");
        assertThat(desk.assign(payment, pays(ofAda, 98_00, charge), CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isZero();
        assertThat(sql.fetch(
                                "select cause from ledger.posting where kind = 'ADJUSTMENT' and item_id = ?",
                                ofAda.value())
                        .intoSet(0, String.class))
                .containsExactly("Payment P" + payment + ": bank charge, kept by the bank in Lyon");

        assertThat(undo.reverseApplication(payment, WRONG_CUSTOMER, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isEqualTo(100_00);
        assertThat(sql.fetchCount(DIFFERENCE_VIEW, DIFFERENCE_VIEW.PAYMENT_ID.eq(payment)))
                .isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aDeductionStaysOpenAndIsKeptWithItsReasonForWhoeverSettlesDisputes() {
        long payment = comesWithoutReference(80_00);
        Difference deduction = new Difference(ofAda, Kind.DEDUCTION, 20_00, "one pallet missing");
        assertThat(desk.assign(payment, pays(ofAda, 80_00, deduction), CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isEqualTo(20_00);
        var kept = sql.fetchSingle(DEDUCTION_VIEW, DEDUCTION_VIEW.ITEM_ID.eq(ofAda.value()));
        assertThat(kept.getPaymentId()).isEqualTo(payment);
        assertThat(kept.getAmountMinor()).isEqualTo(20_00);
        assertThat(kept.getReason()).isEqualTo("one pallet missing");
        assertThat(kept.getActor()).isEqualTo("casper");
    }

    @Test
    void onesOwnDifferenceHasALimitAndAProposedOneHasNot() {
        long payment = comesWithoutReference(80_00);
        Difference discount = new Difference(ofAda, Kind.CASH_DISCOUNT, 20_00);
        Set<Long> portfolios = sql.fetch("select id from identity.portfolio").intoSet(0, Long.class);
        Viewer cash = new Viewer(1, "casper", "Casper", Set.of(Role.CASH), portfolios);
        assertThat(desk.assign(payment, pays(ofAda, 80_00, discount), cash))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AssignmentRefusal.DISCOUNT_NOT_GRANTED));
        Difference small = new Difference(ofAda, Kind.SMALL_DIFFERENCE, 20_00);
        assertThat(desk.assign(payment, pays(ofAda, 80_00, small), cash))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AssignmentRefusal.MORE_THAN_ALONE));
        assertThat(books.open(ofAda)).isEqualTo(100_00);

        propose(payment, new Decision.Division(List.of(new Decision.Line(ofAda, 80_00)), List.of(discount), 0));
        Proposal proposal = view(payment).proposals().getFirst();
        assertThat(proposal.items().getFirst().differences()).containsExactly(discount);
        assertThat(desk.assign(payment, proposal.wish(), cash)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aPersonTakesTheDiscountThatTheTermsOfTheEntityGrantAndNoMore() {
        MatchPolicy policy = MatchPolicy.standard().granting(new MatchPolicy.Discount(2_00, 30, 0));
        LocalDate before = Books.TODAY.minusDays(5);
        clock.setTo(before);
        assertThat(policies.adopt(entity.id(), new MatchPolicies.Draft(0, before, policy, "terms of May"), CASPER))
                .isEmpty();
        clock.setTo(Books.TODAY);
        long payment = comesWithoutReference(98_00);
        assertThat(leeways.of(payment, Currency.getInstance("EUR"), CASPER)
                        .discountMinor(Money.ofMinor(100_00, "EUR"), new Terms(Books.TODAY.minusDays(30), null)))
                .isEqualTo(2_00);
        assertThat(desk.assign(payment, pays(ofAda, 97_99, new Difference(ofAda, Kind.CASH_DISCOUNT, 2_01)), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AssignmentRefusal.DISCOUNT_NOT_GRANTED));
        assertThat(desk.assign(payment, pays(ofAda, 98_00, new Difference(ofAda, Kind.CASH_DISCOUNT, 2_00)), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Done.class,
                        done -> assertThat(done.sentence()).contains("EUR 2.00 is given up"));
        assertThat(books.open(ofAda)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aShortPaymentStandsOnItsItemWithItsReasonUntilTheLineIsTakenBack() {
        long payment = comesWithoutReference(80_00);
        desk.assign(payment, new Assignments.Wish(List.of(), Map.of(), books.account(entity, "ADA")), CASPER);
        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());
        Difference freight =
                new Difference(ofAda, Kind.DEDUCTION, 20_00, "they paid the carrier", DeductionReason.FREIGHT);
        assertThat(desk.apply(payment, credit, List.of(new Decision.Line(ofAda, 80_00)), List.of(freight), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Done.class,
                        done -> assertThat(done.sentence()).contains("EUR 20.00 stays open with its reason"));
        assertThat(books.open(ofAda)).isEqualTo(20_00);
        assertThat(differences.ofItem(ofAda.value(), CASPER)).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("Deduction: Freight, they paid the carrier");
            assertThat(one.paymentId()).isEqualTo(payment);
            assertThat(one.deductionReason()).isEqualTo(DeductionReason.FREIGHT);
        });
        assertThat(view(payment).differences()).isEqualTo(differences.ofItem(ofAda.value(), CASPER));

        undo.reverseApplication(payment, WRONG_CUSTOMER, CASPER);
        assertThat(differences.ofItem(ofAda.value(), CASPER)).isEmpty();
        assertThat(books.open(ofAda)).isEqualTo(100_00);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void whatIsTakenBackFromOneItemCanBeAppliedToAnotherOfTheSameCustomer() {
        ItemId other = books.invoice(entity, "ADA", "8800044", 100_00, Books.TODAY);
        long payment = comesWithoutReference(100_00);
        desk.assign(payment, pays(Map.of(ofAda, 100_00L)), CASPER);
        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());
        undo.reverseApplication(payment, WRONG_CUSTOMER, CASPER);

        assertThat(desk.apply(payment, credit, List.of(new Decision.Line(other, 100_00)), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isEqualTo(100_00);
        assertThat(books.open(other)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    private void propose(long payment, Decision.Division division) {
        var row = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(payment));
        Match match = new Match(CashApplication.payment(row), new Decision.Proposed(List.of(division)), List.of(), 0.9);
        transaction.executeWithoutResult(
                _ -> verdicts.record(List.of(match), Map.of(match.payment().id(), row), "matcher"));
    }

    @Test
    void whatWaitsIsKeptBesideThePaymentsWhateverBecomesOfThem() {
        long payment = comesWithoutReference(100_00);
        long other = comesWithoutReference(40_00);
        assertThat(queued(QueueFilter.Show.TO_DO)).containsExactly(payment, other);

        desk.assign(payment, pays(Map.of(ofAda, 100_00L)), CASPER);
        assertThat(queued(QueueFilter.Show.ALL)).containsExactly(other);
        assertThat(sql.fetchCount(UNIDENTIFIED, UNIDENTIFIED.PAYMENT_ID.eq(payment)))
                .isZero();

        undo.reverseApplication(payment, WRONG_CUSTOMER, CASPER);
        assertThat(queued(QueueFilter.Show.ALL)).containsExactly(payment, other);
        undo.takeBack(payment, ItemId.of(view(payment).assigned().getFirst().itemId()), WRONG_CUSTOMER, null, CASPER);
        assertThat(queued(QueueFilter.Show.ALL)).containsExactly(payment, other);
        assertThat(sql.fetchCount(UNIDENTIFIED, UNIDENTIFIED.PAYMENT_ID.eq(payment)))
                .isOne();
        assertThat(queueCheck.lost()).isEmpty();
    }

    @Test
    void theSecondPersonOnAPaymentIsToldWhoWasQuickerAndWhen() {
        long payment = comesWithoutReference(100_00);
        desk.assign(payment, pays(Map.of(ofAda, 100_00L)), Viewer.system("carla"));
        assertThat(desk.assign(payment, pays(Map.of(ofBo, 50_00L)), CASPER))
                .isInstanceOfSatisfying(DeskOutcome.TakenAlready.class, taken -> {
                    assertThat(taken.actor()).isEqualTo("carla");
                    assertThat(taken.at()).isNotNull();
                });
        assertThat(books.open(ofBo)).isEqualTo(50_00);
    }

    @Test
    void anItemOfAnotherLegalEntityOrOneThatTheViewerMayNotSeeIsNotThere() {
        long payment = comesWithoutReference(100_00);
        ItemId elsewhere = books.invoice(books.entity("EUR"), "ADA", "8800033", 100_00, Books.TODAY);
        Viewer withoutPortfolio = new Viewer(7, "nina", "Nina", Set.of(Role.CASH), Set.of());
        for (DeskOutcome outcome : List.of(
                desk.assign(payment, pays(Map.of(elsewhere, 100_00L)), CASPER),
                desk.assign(payment, pays(Map.of(ofAda, 100_00L)), withoutPortfolio))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeskOutcome.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(AssignmentRefusal.NOT_OPEN));
        }
    }

    @Test
    void aSearchFindsItemsByDocumentNameNumberAndAmountAcrossCustomers() {
        ItemSearch.Where where = new ItemSearch.Where(entity.id(), Currency.getInstance("EUR"));
        for (String words : List.of("8800022", "customer bo", "BO", "50.00")) {
            assertThat(search.items(CASPER, where, words, 10))
                    .as(words)
                    .extracting(ItemSearch.Item::itemId)
                    .containsExactly(ofBo.value());
        }
    }

    @Test
    void whatLiesOnAccountIsAppliedLaterInParts() {
        long payment = comesWithoutReference(100_00);
        desk.assign(payment, new Assignments.Wish(List.of(), Map.of(), books.account(entity, "ADA")), CASPER);
        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());
        assertThat(desk.apply(payment, credit, List.of(new Decision.Line(ofAda, 60_00)), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isEqualTo(40_00);
        assertThat(view(payment).money()).isEqualTo(new PaymentView.Standing(60_00, 40_00, 0, 0));
        assertThat(desk.apply(payment, credit, List.of(new Decision.Line(ofBo, 10_00)), CASPER))
                .isInstanceOf(DeskOutcome.Refused.class);
    }

    @Test
    void aLineIsTakenBackByAReversalAndTheMoneyLiesOnAccount() {
        long payment = statements
                .come(entity, new Line("Customer ADA", 100_00, "invoice 8800011"))
                .getFirst();
        assertThat(books.open(ofAda)).isZero();
        long line = view(payment).applied().getFirst().allocationId();
        assertThat(undo.reverseLine(payment, line, new Why(UndoReason.WRONG_ITEM, "pays March"), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(ofAda)).isEqualTo(100_00);
        assertThat(view(payment).money()).isEqualTo(new PaymentView.Standing(0, 100_00, 0, 0));
        assertThat(view(payment).verdicts())
                .extracting(PaymentView.Verdict::decision)
                .containsExactly("APPLIED");
        assertThat(view(payment).undone()).hasSize(1);
        assertThat(undo.reverseLine(payment, line, new Why(UndoReason.WRONG_ITEM, "again"), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DeskRefusal.NOTHING_TO_TAKE_BACK));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aPaymentTakenBackFromAWrongAccountIsNobodysAgainAndCanGoToTheSameAccountOnceMore() {
        long payment = statements
                .come(entity, new Line("Customer ADA", 100_00, "invoice 8800011"))
                .getFirst();
        for (int round = 0; round < 2; round++) {
            ItemId credit = ItemId.of(view(payment).assigned().getLast().itemId());
            assertThat(undo.takeBack(payment, credit, WRONG_CUSTOMER, null, CASPER))
                    .isInstanceOf(DeskOutcome.Done.class);
            assertThat(view(payment).money()).isEqualTo(new PaymentView.Standing(0, 0, 0, 100_00));
            assertThat(queued(QueueFilter.Show.TO_DO)).containsExactly(payment);
            assertThat(desk.assign(payment, pays(Map.of(ofAda, 100_00L)), CASPER))
                    .isInstanceOf(DeskOutcome.Done.class);
        }
        assertThat(books.open(ofAda)).isZero();
        assertThat(view(payment).assigned()).hasSize(3);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aPaymentMovesFromTheWrongCustomerToTheRightOneAndNoDayShowsItTwice() {
        long payment = statements
                .come(entity, new Line("Customer ADA", 100_00, "invoice 8800011"))
                .getFirst();
        AccountId bo = books.account(entity, "BO");
        clock.setTo(Books.TODAY.plusDays(5));
        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());
        assertThat(undo.takeBack(payment, credit, WRONG_CUSTOMER, bo, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(view(payment).money()).isEqualTo(new PaymentView.Standing(0, 100_00, 0, 0));
        assertThat(sql.fetch("select posted_on from ledger.item where account_id = ? and kind = 'PAYMENT'", bo.value())
                        .getValues(0, LocalDate.class))
                .containsExactly(Books.TODAY.plusDays(5));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void nothingIsTakenBackWithoutAReason() {
        long payment = statements
                .come(entity, new Line("Customer ADA", 100_00, "invoice 8800011"))
                .getFirst();
        assertThat(undo.reverseApplication(payment, new Why(UndoReason.WRONG_ITEM, "  "), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DeskRefusal.NO_REASON));
        assertThat(books.open(ofAda)).isZero();
    }

    @Test
    void aParkedPaymentLeavesTheQueueAndComesBackByItselfOnItsDay() {
        people.add("petra" + entity.code(), "Petra", "p@example.test", List.of(Role.CASH), "x", "test");
        String petra = ("petra" + entity.code()).toLowerCase(Locale.ROOT);
        long payment = comesWithoutReference(140_00);
        assertThat(parking.park(payment, petra, Books.TODAY.plusDays(3), "ask the bank", CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(queued(QueueFilter.Show.TO_DO)).isEmpty();
        assertThat(queued(QueueFilter.Show.PARKED)).containsExactly(payment);
        clock.setTo(Books.TODAY.plusDays(3));
        assertThat(queued(QueueFilter.Show.TO_DO)).containsExactly(payment);
        assertThat(queue.rows(CASPER, all(QueueFilter.Show.TO_DO), 0, 1, 5)
                        .getFirst()
                        .parked())
                .isEqualTo(new QueueRow.Parked(petra, Books.TODAY.plusDays(3), "ask the bank"));
    }

    @Test
    void severalPaymentsAreParkedAtOnceOrNone() {
        people.add("paula" + entity.code(), "Paula", "p@example.test", List.of(Role.CASH), "x", "test");
        String paula = ("paula" + entity.code()).toLowerCase(Locale.ROOT);
        List<Long> ids = statements.come(
                entity, new Line("Stranger", 11_00, "hello"), new Line("Stranger", 12_00, "hello again"));
        assertThat(parking.parkAll(List.of(), paula, Books.TODAY.plusDays(3), "ask", CASPER))
                .isEqualTo(DeskOutcome.Refused.of(DeskRefusal.NOTHING_CHOSEN));
        assertThat(parking.parkAll(ids, "nobody at all", Books.TODAY.plusDays(3), "ask", CASPER))
                .isEqualTo(DeskOutcome.Refused.of(DeskRefusal.NO_SUCH_OWNER));
        assertThat(queued(QueueFilter.Show.PARKED)).isEmpty();
        assertThat(parking.parkAll(ids, paula, Books.TODAY.plusDays(3), "ask the bank", CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(queued(QueueFilter.Show.PARKED)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void theQueueShowsTheLargestFirstWithProposalsThatStillStand() {
        ItemId first = books.invoice(entity, "CY", "8800044", 70_00, Books.TODAY);
        ItemId second = books.invoice(entity, "CY", "8800055", 70_00, Books.TODAY);
        List<Long> ids = statements.come(
                entity, new Line("Customer CY", 70_00, "for goods"), new Line("Stranger", 900_00, "hello"));
        assertThat(queued(QueueFilter.Show.TO_DO)).containsExactly(ids.get(1), ids.get(0));
        QueueRow row =
                queue.rows(CASPER, all(QueueFilter.Show.TO_DO), 0, 100, 5).getLast();
        assertThat(row.reason()).isEqualTo(QueueReason.PROPOSAL);
        assertThat(row.proposals())
                .extracting(proposal -> ItemId.of(proposal.items().getFirst().itemId()))
                .containsExactlyInAnyOrder(first, second);
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, "CY").value())
                .get(0, Long.class);
        assertThat(inSight.of(customer, CASPER))
                .as("whoever is about to ask for it is told")
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.paymentId()).isEqualTo(ids.getFirst());
                    assertThat(waiting.documents())
                            .containsAnyOf("8800044", "8800055")
                            .hasSize(1);
                });
        long other = comesWithoutReference(70_00);
        desk.assign(other, pays(Map.of(first, 70_00L)), CASPER);
        assertThat(payments.payment(ids.getFirst(), CASPER).orElseThrow().proposals())
                .singleElement()
                .satisfies(proposal ->
                        assertThat(proposal.items().getFirst().itemId()).isEqualTo(second.value()));
    }

    @Test
    void whatIsPaidTwiceSaysByWhatItIsSettledAlready() {
        ItemId invoice = books.invoice(entity, "CW", "INV-880077", 45_00, Books.TODAY);
        List<Long> ids = statements.come(
                entity,
                new Line("Customer CW", 45_00, "INV-880077"),
                new Line("Customer CW", 45_00, "again inv-880077"));
        SettledDocument settled = new SettledDocument(
                invoice.value(), "INV-880077", "Customer CW", Books.TODAY.minusDays(1), ids.getFirst());
        assertThat(queue.rows(CASPER, all(QueueFilter.Show.TO_DO), 0, 100, 5))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.paymentId()).isEqualTo(ids.getLast());
                    assertThat(row.settled()).containsExactly(settled);
                });
        assertThat(payments.payment(ids.getLast(), CASPER).orElseThrow().settled())
                .containsExactly(settled);
        assertThat(payments.payment(ids.getFirst(), CASPER).orElseThrow().settled())
                .isEmpty();
    }

    @Test
    void thirtyTwoPeopleAcceptTheSamePaymentsAndEachIsAssignedOnce() throws Exception {
        Line[] lines = IntStream.range(0, 20)
                .mapToObj(i -> new Line("Somebody " + i, 10_00, "thank you"))
                .toArray(Line[]::new);
        List<Long> ids = statements.come(entity, lines);
        List<Future<Map.Entry<Long, DeskOutcome>>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (int person = 0; person < 32; person++) {
                Viewer viewer = Viewer.system("person" + person);
                for (long id : ids) {
                    ItemId item = (id + person) % 2 == 0 ? ofAda : ofBo;
                    outcomes.add(threads.submit(() -> Map.entry(id, attempt(id, item, viewer))));
                }
            }
        }
        Map<Long, Integer> done = new HashMap<>();
        for (Future<Map.Entry<Long, DeskOutcome>> one : outcomes) {
            if (one.get().getValue() instanceof DeskOutcome.Done) {
                done.merge(one.get().getKey(), 1, Integer::sum);
            }
        }
        assertThat(done.values()).containsOnly(1);
        assertThat(books.open(ofAda) + books.open(ofBo)).isEqualTo(150_00 - done.size() * 10_00L);
        assertThat(check.faults()).isEmpty();
    }

    private DeskOutcome attempt(long id, ItemId item, Viewer viewer) {
        try {
            return desk.assign(id, pays(Map.of(item, 10_00L)), viewer);
        } catch (StaleItems stale) {
            return new DeskOutcome.Refused(DeskRefusal.NO_LONGER_OPEN, String.valueOf(stale.getMessage()));
        }
    }

    @Test
    void anAssignmentThatIsCutOffLeavesNothingBehind() {
        long payment = comesWithoutReference(100_00);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    desk.assign(payment, pays(Map.of(ofAda, 100_00L)), CASPER);
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");
        assertThat(books.open(ofAda)).isEqualTo(100_00);
        assertThat(view(payment).assigned()).isEmpty();
        assertThat(view(payment).verdicts())
                .noneMatch(verdict -> verdict.decision().equals("BY_HAND"));
        assertThat(desk.assign(payment, pays(Map.of(ofAda, 100_00L)), CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theApplicationCannotChangeWhatWasTakenBackOrPutOff() {
        for (String forbidden : List.of(
                "update cash.undo set note = 'x'",
                "delete from cash.retraction",
                "update cash.parking set owner = 'x'",
                "delete from cash.application",
                "update cash.advice set total_minor = 1",
                "delete from cash.advice_line",
                "update cash.advice_join set payment_id = 1",
                "delete from cash.advice_separation",
                "delete from cash.bank_return",
                "delete from cash.difference",
                "update cash.exchange set taken_minor = 1",
                "delete from cash.proposal_exchange",
                "update cash.ach_entry set code = 'R01'",
                "delete from cash.ach_join",
                "delete from cash.return_report",
                "update cash.settlement_report set net_minor = 1",
                "delete from cash.settlement_line",
                "update cash.settlement_join set payment_id = 1",
                "delete from cash.settlement_part",
                "delete from cash.settlement_rejection",
                "update cash.return_charge set amount_minor = 1")) {
            assertThatThrownBy(() -> sql.execute(forbidden))
                    .as(forbidden)
                    .isInstanceOf(NonTransientDataAccessException.class);
        }
    }
}
