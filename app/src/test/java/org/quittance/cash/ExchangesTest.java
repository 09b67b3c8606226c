package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.ExchangeReader.Span;
import org.quittance.cash.PaymentView.Standing;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Deed;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.RateDraft;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments in another currency than the items that they pay. */
@ApplicationTest
class ExchangesTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final CashUndo.Why WRONG = new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs");

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

    @Autowired
    private Requests requests;

    @Autowired
    private CashQueue queue;

    @Autowired
    private ExchangeReader reader;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private Certificates certificates;

    @Autowired
    private ExchangeRates rates;

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
    private ItemId first;
    private ItemId second;

    @BeforeEach
    void twoInvoicesInDollars() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        first = dollars("ADA", "8800011", "1000.00");
        second = dollars("BO", "8800022", "250.00");
        rates.enter(
                List.of(new RateDraft("EUR", "USD", Books.TODAY.minusDays(2), new BigDecimal("1.0842"), "ECB")),
                "test");
    }

    private ItemId dollars(String account, String document, String amount) {
        return books.item(entity, account, ItemKind.INVOICE, document, Money.of(amount, "USD"), Books.TODAY);
    }

    private long comesFromSomebody(long minor) {
        return statements.come(entity, new Line("Somebody", minor, "thank you")).getFirst();
    }

    private long paid(long minor, String text) {
        return statements.come(entity, new Line("Customer ADA", minor, text)).getFirst();
    }

    private PaymentView view(long payment) {
        return payments.payment(payment, CASPER).orElseThrow();
    }

    private void assertEverythingIsAccountedFor() {
        assertThat(certificates.at(Books.TODAY))
                .isNotEmpty()
                .allMatch(line -> line.difference().isZero());
        assertThat(check.faults()).isEmpty();
    }

    private static Assignments.Wish pays(ItemId item, String amount, String counts) {
        return new Assignments.Wish(
                List.of(new Decision.Line(item, Money.of(amount, "USD").minor())),
                List.of(),
                Map.of(),
                null,
                Money.of(counts, "USD"));
    }

    @Test
    void aPaymentInEurosSettlesTheInvoiceInDollarsThatItNamesAndTheExchangeIsOnRecord() {
        long payment = paid(920_00, "invoice 8800011");

        assertThat(books.open(first)).isZero();
        assertThat(view(payment).money()).isEqualTo(new Standing(920_00, 0, 0, 0));
        assertThat(view(payment).assigned()).singleElement().satisfies(one -> {
            assertThat(one.credited()).isEqualTo(Money.of("1000.00", "USD"));
            assertThat(one.exchange())
                    .contains("EUR 920.00 is worth USD 997.46", "counts as USD 1000.00, USD 2.54 more");
        });
        Span span = new Span(Books.TODAY.minusDays(3), Books.TODAY);
        assertThat(reader.exchanged(CASPER, span, 0, 1_000))
                .filteredOn(one -> one.paymentId() == payment)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.paid()).isEqualTo(Money.of("920.00", "EUR"));
                    assertThat(one.atRate()).isEqualTo(Money.of("997.46", "USD"));
                    assertThat(one.cost()).isEqualTo(Money.of("2.54", "USD"));
                    assertThat(one.actor()).isEqualTo("matcher");
                });
        assertEverythingIsAccountedFor();
    }

    @Test
    void onePaymentForTheInvoicesOfTwoCustomersIsDividedWithoutLosingACent() {
        long payment = paid(1_153_00, "8800011 and 8800022");

        assertThat(books.open(first)).isZero();
        assertThat(books.open(second)).isZero();
        assertThat(view(payment).money()).isEqualTo(new Standing(1_153_00, 0, 0, 0));
        assertThat(sql.fetch("select amount_minor from cash.identification where payment_id = ?", payment)
                        .intoSet(0, Long.class))
                .containsExactlyInAnyOrder(922_40L, 230_60L);
        assertEverythingIsAccountedFor();
    }

    @Test
    void whatIsTakenBackIsTheMoneyThatCameAndCanBeAssignedAnew() {
        long payment = paid(920_00, "invoice 8800011");

        assertThat(undo.reverseApplication(payment, WRONG, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Done.class,
                        done -> assertThat(done.sentence()).startsWith("USD 1000.00 of P" + payment));
        assertThat(books.open(first)).isEqualTo(1_000_00);
        assertThat(view(payment).money()).isEqualTo(new Standing(0, 920_00, 0, 0));
        assertEverythingIsAccountedFor();

        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());
        assertThat(desk.apply(payment, credit, List.of(new Decision.Line(first, 400_00)), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(view(payment).money()).isEqualTo(new Standing(368_00, 552_00, 0, 0));
        assertEverythingIsAccountedFor();

        assertThat(undo.takeBack(payment, credit, WRONG, null, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(view(payment).money()).isEqualTo(new Standing(0, 0, 0, 920_00));
        assertThat(books.open(first)).isEqualTo(1_000_00);
        assertThat(reader.totals(CASPER, new Span(Books.TODAY.minusDays(3), Books.TODAY)))
                .as("what was taken back is no exchange that stands")
                .allSatisfy(total ->
                        assertThat(total.counts().currency().getCurrencyCode()).isEqualTo("USD"));
        assertEverythingIsAccountedFor();

        assertThat(desk.assign(payment, pays(first, "997.46", "997.46"), CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(first)).isEqualTo(2_54);
        assertThat(view(payment).money()).isEqualTo(new Standing(920_00, 0, 0, 0));
        assertEverythingIsAccountedFor();
    }

    @Test
    void whatTheBankTakesBackOpensTheInvoiceInItsOwnCurrency() {
        long payment = paid(920_00, "invoice 8800011");

        statements.comeBack(entity, new Line("Customer ADA", -920_00, "RETURN invoice 8800011"));

        assertThat(books.open(first)).isEqualTo(1_000_00);
        assertThat(view(payment).money()).isEqualTo(new Standing(920_00, 0, 0, 0));
        assertEverythingIsAccountedFor();
    }

    @Test
    void whatCostsMoreThanThePolicyGivesUpIsProposedAndOneKeyAcceptsIt() {
        long payment = paid(915_00, "invoice 8800011");
        assertThat(books.open(first)).isEqualTo(1_000_00);

        assertThat(waiting())
                .singleElement()
                .satisfies(row -> assertThat(row.proposals())
                        .as("the queue shows the proposal too")
                        .hasSize(1));
        Proposal proposal = view(payment).proposals().getFirst();
        assertThat(proposal.exchange())
                .isNotNull()
                .satisfies(one -> assertThat(one.counts()).isEqualTo(Money.of("1000.00", "USD")));
        Set<Long> portfolios = sql.fetch("select id from identity.portfolio").intoSet(0, Long.class);
        Viewer cash = new Viewer(1, "casper", "Casper", Set.of(Role.CASH), portfolios);
        assertThat(desk.assign(payment, proposal.wish(), cash)).isInstanceOf(DeskOutcome.Done.class);

        assertThat(books.open(first)).isZero();
        assertEverythingIsAccountedFor();
    }

    @Test
    void aPersonWithoutAuthorityGivesUpNoMoreThanThePolicyAndNobodyStraysFarFromTheRate() {
        long payment = comesFromSomebody(915_00);
        Set<Long> portfolios = sql.fetch("select id from identity.portfolio").intoSet(0, Long.class);
        Viewer nobody = new Viewer(1, "casper", "Casper", Set.of(Role.AUDITOR), portfolios);

        assertThat(refused(desk.assign(payment, pays(first, "1000.00", "1000.00"), nobody)))
                .isEqualTo(AssignmentRefusal.EXCHANGE_MORE_THAN_ALONE);
        assertThat(refused(desk.assign(payment, pays(first, "1000.00", "1100.00"), CASPER)))
                .isEqualTo(AssignmentRefusal.TOO_FAR_FROM_THE_RATE);
        Assignments.Wish pounds = new Assignments.Wish(
                List.of(), List.of(), Map.of(), books.account(entity, "ADA"), Money.of("800.00", "GBP"));
        assertThat(refused(desk.assign(payment, pounds, CASPER))).isEqualTo(AssignmentRefusal.NO_RATE);
        assertThat(books.open(first)).isEqualTo(1_000_00);
    }

    private List<QueueRow> waiting() {
        QueueFilter all = new QueueFilter(
                QueueFilter.Show.ALL, entity.id(), null, null, null, null, "amount", QueueFilter.Order.DESCENDING);
        return queue.rows(CASPER, all, 0, 10, 5);
    }

    private static Enum<?> refused(DeskOutcome outcome) {
        return ((DeskOutcome.Refused) outcome).reason();
    }

    @Test
    void moneyInAnotherCurrencyIsNeitherRefundedNorMovedBeforeItIsTakenBack() {
        long payment = comesFromSomebody(1_000_00);
        Assignments.Wish onAccount = new Assignments.Wish(
                List.of(), List.of(), Map.of(), books.account(entity, "ADA"), Money.of("1084.20", "USD"));
        assertThat(desk.assign(payment, onAccount, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        ItemId credit = ItemId.of(view(payment).assigned().getFirst().itemId());

        DeskOutcome outcome = requests.ask(
                new Requests.Draft(Deed.REFUND, credit, Money.of("84.20", "USD"), null, "paid too much"), CASPER);

        assertThat(refused(outcome)).isEqualTo(RequestRefusal.EXCHANGED);
        assertThat(waiting())
                .singleElement()
                .satisfies(row -> assertThat(row.open()).isEqualTo(Money.of("1000.00", "EUR")));
    }
}
