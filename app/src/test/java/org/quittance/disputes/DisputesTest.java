package org.quittance.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.CashDesk;
import org.quittance.cash.CashUndo;
import org.quittance.cash.DeskOutcome;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.dispute.Dispute.Objection;
import org.quittance.core.dispute.Dispute.State;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeFilter.Show;
import org.quittance.disputes.DisputeOutcome.Done;
import org.quittance.disputes.DisputeOutcome.NotFound;
import org.quittance.disputes.DisputeOutcome.Refused;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A part of an invoice is disputed: nobody asks for it, somebody finds out, and the ledger ends it. */
@ApplicationTest
class DisputesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CLARA = Viewer.system("clara");

    @Autowired
    private Disputes disputes;

    @Autowired
    private DisputeList list;

    @Autowired
    private DisputeRoutes routes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Statements statements;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private AccountId account;
    private long customer;

    @BeforeEach
    void anOverdueInvoiceOf1000() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "C1", "4711", 1_000_00, TODAY.minusDays(40));
        account = books.account(entity, "C1");
        customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
        nightlyRun.run(TODAY, "test");
    }

    @Test
    void nobodyAsksForWhatIsDisputedAndTheRestIsAskedForAsBefore() {
        assertThat(reasons()).noneMatch(reason -> reason.contains("disputed"));

        long id = open("200.00");

        assertThat(line(id).state()).isEqualTo(State.OPEN);
        assertThat(line(id).answerBy()).as("ten working days").isEqualTo(TODAY.plusDays(14));
        awaits(() -> reasons().contains("EUR 200.00 is disputed and left out"));
        assertThat(list.leftOut(List.of(invoice.value()))).containsEntry(invoice.value(), euro("200.00"));

        disputes.answer(id, euro("0"), "The price list of May says so", CLARA);
        awaits(() -> reasons().stream().noneMatch(reason -> reason.contains("disputed")));
        assertThat(line(id).state()).isEqualTo(State.OWED);
        assertThat(list.leftOut(List.of(invoice.value()))).isEmpty();
    }

    @Test
    void whatIsNotOwedStaysLeftOutUntilACreditNoteHasComeAndNoPaymentCountsAsOne() {
        long id = open("200.00");
        disputes.answer(id, euro("150.00"), "One pallet was missing", CLARA);
        assertThat(line(id).state()).isEqualTo(State.PARTLY_OWED);
        assertThat(line(id).leftOut()).isEqualTo(euro("150.00"));

        apply(books.payment(entity, "C1", "P1", 850_00, TODAY), 850_00);
        await().until(() -> books.open(invoice) == 150_00);
        assertThat(line(id).leftOut()).isEqualTo(euro("150.00"));

        ItemId credit = books.item(entity, "C1", ItemKind.CREDIT_NOTE, "G1", -100_00, TODAY);
        long tie = apply(credit, 100_00);
        awaits(() -> line(id).leftOut().equals(euro("50.00")));
        ledger.reverse(tie, new PostingContext(TODAY, "wrong invoice", "test"));
        awaits(() -> line(id).leftOut().equals(euro("150.00")));
        apply(credit, 100_00);
        apply(books.item(entity, "C1", ItemKind.CREDIT_NOTE, "G2", -50_00, TODAY), 50_00);
        awaits(() -> line(id).leftOut().isZero());
        assertThat(books.open(invoice)).isZero();
    }

    @Test
    void noMoreIsDisputedThanIsOpenAndAnswersAreGivenOnce() {
        long id = open("700.00");
        assertThat(disputes.open(draft("300.01", DisputeReason.TAX), CLARA))
                .isEqualTo(new Refused(Objection.MORE_THAN_OPEN));
        assertThat(disputes.open(draft("300.00", DisputeReason.TAX), CLARA)).isInstanceOf(Done.class);
        assertThat(disputes.answer(id, euro("700.01"), "x", CLARA)).isEqualTo(new Refused(Objection.NOT_WITHIN));
        assertThat(disputes.answer(id, euro("700.00"), "x", CLARA)).isEqualTo(new Done(id));
        assertThat(disputes.answer(id, euro("0"), "x", CLARA)).isEqualTo(new Refused(Objection.IS_OVER));
        assertThat(disputes.withdraw(id, "x", CLARA)).isEqualTo(new Refused(Objection.IS_OVER));
        Viewer stranger = new Viewer(1, "stranger", "Stranger", Set.of(Role.COLLECTOR), Set.of());
        assertThat(disputes.answer(id, euro("0"), "x", stranger)).isEqualTo(new NotFound());
        assertThat(disputes.open(draft("1.00", DisputeReason.TAX), stranger)).isEqualTo(new NotFound());
        assertThat(list.lines(stranger, new DisputeFilter(Show.EVERYTHING, null), 0, 10))
                .isEmpty();
    }

    @Test
    void aDisputeAboutWhatIsSettledIsOver() {
        long id = open("200.00");
        apply(books.payment(entity, "C1", "P2", 1_000_00, TODAY), 1_000_00);
        awaits(() -> line(id).state() == State.SETTLED);
        assertThat(line(id).leftOut().isZero()).isTrue();
        assertThat(list.events(line(id)))
                .singleElement()
                .satisfies(event -> assertThat(event.deed()).isEqualTo(DisputeEvent.Deed.SETTLE));
    }

    @Test
    void whatAPayerKeepsBackWithAReasonIsDisputedByTheRouteOfTheReasonAndGoesWithThePayment() {
        String owner = "freight-" + customer;
        people.add(owner, "Fritz Freight", owner + "@example.test", Set.of(Role.MANAGER), "no password", "test");
        routes.set(List.of(new DisputeRoute(DisputeReason.FREIGHT, owner, 3, true)), CLARA);
        try {
            long payment = statements
                    .come(entity, new Statements.Line("Nobody", 980_00, "Thanks"))
                    .getFirst();
            Difference freight =
                    new Difference(invoice, Difference.Kind.DEDUCTION, 20_00, "own carrier", DeductionReason.FREIGHT);
            assertThat(desk.assign(
                            payment,
                            new Assignments.Wish(
                                    List.of(new Decision.Line(invoice, 980_00)), List.of(freight), Map.of(), null),
                            CLARA))
                    .isInstanceOf(DeskOutcome.Done.class);
            awaits(() -> !ofInvoice().isEmpty());
            DisputeLine kept = ofInvoice().getFirst();
            assertThat(kept.amount()).isEqualTo(euro("20.00"));
            assertThat(kept.reason()).isEqualTo(DisputeReason.FREIGHT);
            assertThat(kept.words()).isEqualTo("own carrier");
            assertThat(kept.ownerName()).isEqualTo("Fritz Freight");
            assertThat(kept.answerBy()).isEqualTo(TODAY.plusDays(3));
            assertThat(kept.paymentId()).isEqualTo(payment);

            undo.reverseApplication(payment, new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs"), CLARA);
            awaits(() -> line(kept.id()).state() == State.WITHDRAWN);
            assertThat(list.leftOut(List.of(invoice.value()))).isEmpty();
        } finally {
            routes.set(List.of(DisputeRoute.standard(DisputeReason.FREIGHT)), CLARA);
        }
    }

    @Test
    void aShortPaymentWithoutAReasonIsNoDispute() {
        long payment = statements
                .come(entity, new Statements.Line("Nobody", 900_00, "Thanks"))
                .getFirst();
        Difference unknown = new Difference(invoice, Difference.Kind.DEDUCTION, 100_00, "short", null);
        desk.assign(
                payment,
                new Assignments.Wish(List.of(new Decision.Line(invoice, 900_00)), List.of(unknown), Map.of(), null),
                CLARA);
        long later = open("50.00");
        awaits(() -> reasons().stream().anyMatch(reason -> reason.contains("50.00")));
        assertThat(ofInvoice()).extracting(DisputeLine::id).containsExactly(later);
    }

    private long open(String amount) {
        // Of this reason no test sets the route.
        DisputeOutcome outcome = disputes.open(draft(amount, DisputeReason.SERVICE), CLARA);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private DisputeDraft draft(String amount, DisputeReason reason) {
        return new DisputeDraft(invoice.value(), euro(amount), reason, "too dear", null, null);
    }

    private long apply(ItemId credit, long minor) {
        ledger.allocate(
                List.of(new AllocationOrder(credit, invoice, minor)), new PostingContext(TODAY, "test", "test"));
        return sql.fetchSingle("select max(id) from ledger.allocation where credit_item_id = ?", credit.value())
                .get(0, Long.class);
    }

    private List<String> reasons() {
        WorklistFilter all = new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null);
        return worklist.rows(CLARA, all, 0, 10).getFirst().reasons();
    }

    private DisputeLine line(long id) {
        return list.one(CLARA, id).orElseThrow();
    }

    private List<DisputeLine> ofInvoice() {
        return list.ofItems(CLARA, List.of(invoice.value())).getOrDefault(invoice.value(), List.of());
    }

    private static void awaits(Callable<Boolean> fact) {
        await().until(fact);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
