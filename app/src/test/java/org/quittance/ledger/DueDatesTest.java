package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.DueDateRefusal;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DueDatesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final LocalDate ENTERED = TODAY.minusDays(40);
    private static final LocalDate AGREED = TODAY.plusDays(20);
    private static final Viewer ALL = Viewer.system("amira");

    @Autowired
    private DueDates dueDates;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    private ItemId invoice = ItemId.of(1);
    private ItemId payment = ItemId.of(1);

    @BeforeEach
    void anInvoiceAndMoneyForIt() {
        clock.setTo(TODAY);
        LegalEntity entity = books.entity("EUR");
        invoice = books.invoice(entity, "D1", "DUE-1", 100_00, ENTERED);
        payment = books.payment(entity, "D1", "P1", 100_00, TODAY);
    }

    @AfterEach
    void theLedgerIsWhole() {
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aChangeCountsFromItsBusinessDateOn() {
        Instant before = Instant.now();
        assertThat(change(AGREED, TODAY)).isEmpty();
        assertThat(change(AGREED.plusDays(5), TODAY.plusDays(3))).isEmpty();

        assertThat(dueAsOf(TODAY.minusDays(1), null)).isEqualTo(ENTERED);
        assertThat(dueAsOf(TODAY, null)).isEqualTo(AGREED);
        assertThat(dueAsOf(TODAY.plusDays(2), null)).isEqualTo(AGREED);
        assertThat(dueAsOf(TODAY.plusDays(3), null)).isEqualTo(AGREED.plusDays(5));
        assertThat(dueAsOf(TODAY.plusDays(3), before)).isEqualTo(ENTERED);
        assertThat(dueNow()).isEqualTo(AGREED.plusDays(5));
        assertThat(reader.item(ALL, invoice.value()).orElseThrow().dueDateChanges())
                .extracting(DueDates.Change::was, DueDates.Change::dueDate)
                .containsExactly(tuple(ENTERED, AGREED), tuple(AGREED, AGREED.plusDays(5)));
    }

    @Test
    void anItemThatIsOpenAgainIsDueOnTheChangedDay() {
        change(AGREED, TODAY);
        PostingOutcome posted =
                ledger.allocate(List.of(new AllocationOrder(payment, invoice, 100_00)), at(TODAY.plusDays(1)));
        assertThat(dueAsOf(TODAY, null)).as("settled since").isEqualTo(AGREED);
        assertThat(dueAsOf(TODAY.minusDays(1), null))
                .as("settled since, and changed since")
                .isEqualTo(ENTERED);
        assertThat(dueNow()).isEqualTo(AGREED);
        assertThat(change(AGREED.plusDays(1), TODAY.plusDays(1))).contains(DueDateRefusal.SETTLED);

        ledger.reverse(((PostingOutcome.Posted) posted).allocationIds().getFirst(), at(TODAY.plusDays(2)));
        assertThat(dueAsOf(TODAY.plusDays(2), null)).isEqualTo(AGREED);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertThat(change(ENTERED, TODAY)).contains(DueDateRefusal.CHANGES_NOTHING);
        assertThat(dueDates.change(payment, AGREED, at(TODAY))).contains(DueDateRefusal.NOT_OWED);
        change(AGREED, TODAY);
        assertThat(change(ENTERED, TODAY.minusDays(1))).contains(DueDateRefusal.BEFORE_THE_LAST_CHANGE);
        assertThat(dueNow()).isEqualTo(AGREED);
    }

    private Optional<DueDateRefusal> change(LocalDate wished, LocalDate day) {
        return dueDates.change(invoice, wished, at(day));
    }

    private LocalDate dueNow() {
        return reader.item(ALL, invoice.value()).orElseThrow().item().dueDate();
    }

    private LocalDate dueAsOf(LocalDate day, @Nullable Instant knownAt) {
        long customer = reader.item(ALL, invoice.value()).orElseThrow().customerId();
        return reader.openItems(ALL, customer, day, knownAt).stream()
                .filter(item -> item.id() == invoice.value())
                .findFirst()
                .orElseThrow()
                .dueDate();
    }

    private static PostingContext at(LocalDate day) {
        return new PostingContext(day, "Put off by agreement", "amira");
    }
}
