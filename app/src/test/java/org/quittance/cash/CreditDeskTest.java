package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.cash.Decision;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.AllocationRefusal;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.Disputes;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.ItemView;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A credit note that came with the ERP's list is applied by a person, and whoever waited for it hears of it. */
@ApplicationTest
class CreditDeskTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CASPER = Viewer.system("casper");
    private static final String C1 = "C1";

    @Autowired
    private CreditDesk desk;

    @Autowired
    private Disputes disputes;

    @Autowired
    private DisputeList disputeList;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId older;
    private ItemId named;
    private long credit;

    @BeforeEach
    void anAccountOwesTwoInvoicesAndHasACreditNoteForTheLaterOne() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        older = books.invoice(entity, C1, "4711", 1_000_00, TODAY.minusDays(40));
        named = books.invoice(entity, C1, "INV-20042", 400_00, TODAY.minusDays(10));
        credit = credit("CN-1", -150_00, "20042");
    }

    @Test
    void whatTheCreditNamesIsProposedWhateverIsDueLonger() {
        OpenCredit found = desk.credit(credit).orElseThrow();
        assertThat(found.names()).containsExactly("20042");
        assertThat(desk.owed(found))
                .extracting(OwedDebit::document, OwedDebit::proposed)
                .containsExactly(tuple("INV-20042", eur("150.00")), tuple("4711", eur("0.00")));
        assertThat(desk.waiting(1000)).contains(found);

        OpenCredit other = desk.credit(credit("CN-2", -10_00, "order 77")).orElseThrow();
        assertThat(desk.owed(other)).noneMatch(OwedDebit::isNamed);
    }

    @Test
    void appliedInPartsItEndsTheWaitOfADisputeAndTakenBackTheDisputeWaitsAgain() {
        disputes.open(
                new DisputeDraft(named.value(), eur("200.00"), DisputeReason.SERVICE, "Charged twice", null, null),
                CASPER);
        DisputeLine dispute = dispute();
        assertThat(disputes.answer(dispute.id(), eur("150.00"), "A pallet was missing", CASPER))
                .isInstanceOf(DisputeOutcome.Done.class);
        assertThat(dispute().leftOut()).isEqualTo(eur("150.00"));

        assertThat(apply(named, 100_00)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(apply(named, 50_00)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(named)).isEqualTo(250_00);
        assertThat(books.open(ItemId.of(credit))).isZero();
        await().until(() -> !dispute().awaitsCredit());

        long allocation = reader.item(CASPER, credit).orElseThrow().entries().stream()
                .map(ItemView.Entry::reversible)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        ledger.reverse(allocation, new PostingContext(TODAY, "It was for another invoice", "casper"));
        await().until(() -> dispute().leftOut().equals(eur("100.00")));
        assertThat(desk.credit(credit).orElseThrow().open()).isEqualTo(eur("100.00"));
    }

    @Test
    void nothingIsAppliedBeyondWhatThereIsNorToAnotherAccount() {
        assertThat(apply(named, 150_01))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AllocationRefusal.EXCEEDS_CREDIT));
        ItemId others = books.invoice(entity, "C2", "4712", 100_00, TODAY);
        assertThat(apply(others, 10_00))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AllocationRefusal.ACCOUNT_DIFFERS));
        assertThat(desk.apply(credit, List.of(), CASPER))
                .isEqualTo(DeskOutcome.Refused.of(DeskRefusal.NOTHING_TO_APPLY_TO));
        assertThat(apply(older, 150_00))
                .as("what it does not name, if a person says so")
                .isInstanceOf(DeskOutcome.Done.class);
        assertThat(apply(older, 1)).isEqualTo(DeskOutcome.Refused.of(DeskRefusal.NOTHING_LEFT_OF_CREDIT));
        assertThat(books.open(named)).isEqualTo(400_00);
        assertThat(books.open(older)).isEqualTo(850_00);
    }

    private DeskOutcome apply(ItemId item, long minor) {
        return desk.apply(credit, List.of(new Decision.Line(item, minor)), CASPER);
    }

    private DisputeLine dispute() {
        return disputeList
                .ofItems(CASPER, List.of(named.value()))
                .getOrDefault(named.value(), List.of())
                .getFirst();
    }

    private long credit(String document, long minor, String assignment) {
        books.enter(List.of(new ItemDraft(
                1,
                entity.id(),
                C1,
                "Customer " + C1,
                ItemKind.CREDIT_NOTE,
                "test",
                document,
                "",
                TODAY,
                TODAY,
                true,
                TODAY,
                "EUR",
                minor,
                minor,
                null,
                30,
                null,
                assignment,
                "",
                "")));
        return sql.fetchSingle(
                        "select item_id from ledger.open_item where entity_id = ? and document = ?",
                        entity.id(),
                        document)
                .get(0, Long.class);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
