package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.AllocationRefusal;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.ledger.ReversalRefusal;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class LedgerTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final PostingContext NOW = new PostingContext(TODAY, "test", "amira");

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private AgeingReport ageing;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void whatOneTransactionChangesIsToldOnceForAllOfIt() {
        LegalEntity entity = books.entity("EUR");
        ItemId first = books.invoice(entity, "TOLD1", "1", 100_00, Books.TODAY);
        ItemId second = books.invoice(entity, "TOLD2", "2", 100_00, Books.TODAY);

        List<AccountsChanged> told = told(() -> {
            books.payment(entity, "TOLD1", "P1", 10_00, Books.TODAY);
            ledger.adjust(first, PostingKind.ADJUSTMENT, Money.ofMinor(-1_00, "EUR"), NOW);
            ledger.adjust(second, PostingKind.ADJUSTMENT, Money.ofMinor(-1_00, "EUR"), NOW);
        });
        assertThat(told)
                .containsExactly(new AccountsChanged(Set.of(
                        books.account(entity, "TOLD1").value(),
                        books.account(entity, "TOLD2").value())));
    }

    private List<AccountsChanged> told(Runnable work) {
        List<AccountsChanged> told = new ArrayList<>();
        ApplicationListener<PayloadApplicationEvent<?>> ear = event -> {
            if (event.getPayload() instanceof AccountsChanged changed) {
                told.add(changed);
            }
        };
        context.addApplicationListener(ear);
        try {
            transaction.executeWithoutResult(_ -> {
                work.run();
                assertThat(told).isEmpty();
            });
        } finally {
            context.removeApplicationListener(ear);
        }
        return told;
    }

    @Test
    void anAllocationOpensLessOfBothAndItsReversalOpensThemAgain() {
        LegalEntity entity = books.entity("GBP");
        ItemId invoice = books.invoice(entity, "C1", "4711", 100_00, TODAY);
        ItemId payment = books.payment(entity, "C1", "P1", 60_00, TODAY);

        PostingOutcome posted = ledger.allocate(List.of(new AllocationOrder(payment, invoice, 60_00)), NOW);
        assertThat(posted).isInstanceOf(PostingOutcome.Posted.class);
        assertThat(books.open(invoice)).isEqualTo(40_00);
        assertThat(books.open(payment)).isZero();

        long allocation = ((PostingOutcome.Posted) posted).allocationIds().getFirst();
        assertThat(ledger.reverse(allocation, NOW)).isInstanceOf(PostingOutcome.Posted.class);
        assertThat(books.open(invoice)).isEqualTo(100_00);
        assertThat(books.open(payment)).isEqualTo(-60_00);
        assertThat(ledger.reverse(allocation, NOW))
                .isInstanceOfSatisfying(
                        PostingOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ReversalRefusal.ALREADY_REVERSED));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void thePaymentsOfAStatementAreAllocatedTogetherOrNotAtAll() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, "C1", "4711", 100_00, TODAY);
        ItemId first = books.payment(entity, "C1", "P1", 60_00, TODAY);
        ItemId second = books.payment(entity, "C1", "P2", 60_00, TODAY);
        AllocationWish sixty = new AllocationWish(List.of(new AllocationOrder(first, invoice, 60_00)), NOW);
        AllocationWish tooMuch = new AllocationWish(List.of(new AllocationOrder(second, invoice, 60_00)), NOW);
        AllocationWish theRest = new AllocationWish(List.of(new AllocationOrder(second, invoice, 40_00)), NOW);

        assertThat(ledger.allocate(List.of(sixty, tooMuch))).isInstanceOf(PostingOutcome.Refused.class);
        assertThat(books.open(invoice)).isEqualTo(100_00);
        assertThat(books.open(first)).isEqualTo(-60_00);

        assertThat(ledger.allocate(List.of(sixty, theRest))).isInstanceOf(PostingOutcome.Posted.class);
        assertThat(books.open(invoice)).isZero();
        assertThat(books.open(second)).isEqualTo(-20_00);
    }

    @Test
    void theItemExplainsItsBalancePostingByPosting() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, "C1", "4712", 100_00, TODAY);
        ItemId payment = books.payment(entity, "C1", "P2", 30_00, TODAY);
        ledger.allocate(List.of(new AllocationOrder(payment, invoice, 30_00)), NOW);
        ledger.adjust(invoice, PostingKind.ADJUSTMENT, Money.ofMinor(-5_00, "EUR"), NOW);

        ItemView view = reader.item(Viewer.system("test"), invoice.value()).orElseThrow();
        assertThat(view.entries()).extracting(ItemView.Entry::openAfterMinor).containsExactly(70_00L, 65_00L);
        assertThat(view.item().openMinor()).isEqualTo(65_00);
        assertThat(view.entries().getFirst().other()).isEqualTo(new ItemView.Other(payment.value(), "P2"));
    }

    @Test
    void nothingIsPostedWhenOneOrderOfSeveralIsTooLarge() {
        LegalEntity entity = books.entity("GBP");
        ItemId first = books.invoice(entity, "C1", "1", 50_00, TODAY);
        ItemId second = books.invoice(entity, "C1", "2", 50_00, TODAY);
        ItemId payment = books.payment(entity, "C1", "P3", 80_00, TODAY);

        PostingOutcome outcome = ledger.allocate(
                List.of(new AllocationOrder(payment, first, 50_00), new AllocationOrder(payment, second, 50_00)), NOW);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PostingOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AllocationRefusal.EXCEEDS_CREDIT));
        assertThat(books.open(payment)).isEqualTo(-80_00);
        assertThat(books.open(first)).isEqualTo(50_00);
    }

    @Test
    void anyPastDayIsShownAsItWas() {
        LegalEntity entity = books.entity("USD");
        ItemId invoice = books.invoice(entity, "C1", "9001", 100_00, TODAY.minusDays(40));
        ItemId payment = books.payment(entity, "C1", "P4", 100_00, TODAY.minusDays(5));
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, 100_00)),
                new PostingContext(TODAY.minusDays(5), "test", "amira"));

        assertThat(bands(entity, TODAY)).isEmpty();
        assertThat(bands(entity, TODAY.minusDays(6))).containsExactly(0L, 0L, 100_00L, 0L, 0L, 0L);
        assertThat(bands(entity, TODAY.minusDays(15))).containsExactly(0L, 100_00L, 0L, 0L, 0L, 0L);
        assertThat(bands(entity, TODAY.minusDays(50))).containsExactly(100_00L, 0L, 0L, 0L, 0L, 0L);
        assertThat(bands(entity, TODAY.minusDays(80))).isEmpty();
    }

    @Test
    void aPastDayIsShownAsItWasKnownAtAMoment() {
        LegalEntity entity = books.entity("USD");
        ItemId invoice = books.invoice(entity, "C1", "9002", 100_00, TODAY.minusDays(40));
        Instant before = databaseTime();
        ItemId payment = books.payment(entity, "C1", "P6", 100_00, TODAY.minusDays(5));
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, 100_00)),
                new PostingContext(TODAY.minusDays(5), "test", "amira"));
        Instant after = databaseTime();

        AgeingQuery query = AgeingQuery.of(TODAY, AgeingQuery.Grouping.ENTITY);
        assertThat(bands(entity, query.knownAt(before))).containsExactly(0L, 0L, 100_00L, 0L, 0L, 0L);
        assertThat(bands(entity, query.knownAt(after))).isEmpty();
        assertThat(bands(entity, query)).isEmpty();
        assertThat(bands(entity, query.knownAt(Instant.EPOCH))).isEmpty();

        Viewer viewer = Viewer.system("test");
        ItemView item = reader.item(viewer, invoice.value()).orElseThrow();
        assertThat(reader.openItems(viewer, item.customerId(), TODAY, before))
                .extracting(ItemLine::openMinor)
                .containsExactly(100_00L);
        assertThat(reader.openItems(viewer, item.customerId(), TODAY)).isEmpty();
        assertThat(reader.openMinor(viewer, item.item(), TODAY, before)).isEqualTo(100_00);
        assertThat(reader.openMinor(viewer, item.item(), TODAY, after)).isZero();
    }

    @Test
    void thirtyTwoThreadsOnOneAccountLoseNothingAndDoubleNothing() throws Exception {
        LegalEntity entity = books.entity("GBP");
        List<ItemId> invoices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            invoices.add(books.invoice(entity, "HOT", "H" + i, 10_00, TODAY));
        }
        ItemId payment = books.payment(entity, "HOT", "P5", 150_00, TODAY);
        List<Future<Long>> posted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (int i = 0; i < 320; i++) {
                ItemId invoice = invoices.get(ThreadLocalRandom.current().nextInt(invoices.size()));
                posted.add(threads.submit(() -> {
                    PostingOutcome outcome = ledger.allocate(List.of(new AllocationOrder(payment, invoice, 3_00)), NOW);
                    return outcome instanceof PostingOutcome.Posted ? 3_00L : 0L;
                }));
            }
        }
        long applied = 0;
        for (Future<Long> one : posted) {
            applied += one.get();
        }
        long openOfInvoices = invoices.stream().mapToLong(books::open).sum();
        assertThat(applied).isPositive();
        assertThat(openOfInvoices).isEqualTo(200_00 - applied);
        assertThat(books.open(payment)).isEqualTo(-150_00 + applied);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theSameDraftTwiceIsOneItem() {
        LegalEntity entity = books.entity("GBP");
        ItemId first = books.invoice(entity, "C1", "77", 10_00, TODAY);
        assertThat(books.invoice(entity, "C1", "77", 10_00, TODAY)).isEqualTo(first);
        assertThat(books.item(entity, "C1", ItemKind.CREDIT_NOTE, "77", -10_00, TODAY))
                .isNotEqualTo(first);
    }

    @Test
    void theApplicationCannotChangeOrRemoveWhatIsPosted() {
        for (String forbidden : List.of(
                "update ledger.posting set delta_minor = 1",
                "delete from ledger.posting",
                "update ledger.item set original_minor = 1",
                "delete from ledger.item",
                "update ledger.allocation set amount_minor = 1",
                "delete from ledger.allocation")) {
            assertThatThrownBy(() -> sql.execute(forbidden))
                    .isInstanceOf(NonTransientDataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    /** The bands of the entity's only line; empty where the report does not show the entity. */
    private List<Long> bands(LegalEntity entity, LocalDate asOf) {
        return bands(entity, AgeingQuery.of(asOf, AgeingQuery.Grouping.ENTITY));
    }

    private List<Long> bands(LegalEntity entity, AgeingQuery query) {
        return ageing.rows(Viewer.system("test"), query).stream()
                .filter(row -> row.key() == entity.id())
                .flatMap(row -> row.perBandMinor().stream())
                .toList();
    }

    /** By the clock that stamps what is recorded. */
    private Instant databaseTime() {
        return sql.fetchSingle("select clock_timestamp()")
                .get(0, OffsetDateTime.class)
                .toInstant();
    }
}
