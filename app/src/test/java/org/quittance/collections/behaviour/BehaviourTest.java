package org.quittance.collections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.core.behaviour.Lateness;
import org.quittance.core.behaviour.PaidMonth;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class BehaviourTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer MANAGER = Viewer.system("max");
    private static final Viewer STRANGER = new Viewer(9, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L));

    @Autowired
    private Behaviours behaviours;

    @Autowired
    private BehaviourBook book;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
    }

    @Test
    void aPayerWhoTurnedWorseIsListedWithTheMonthsThatShowIt() {
        LegalEntity entity = books.entity("EUR");
        for (int month = 10; month >= 1; month--) {
            pay(entity, TODAY.minusMonths(month), month > 5 ? 12 : 31);
        }
        book.bringUpToDate(TODAY);

        BehaviourRow row =
                rows(MANAGER, entity, BehaviourFilter.Show.ROUTINELY_LATE).getFirst();
        assertThat(row.lateness()).isEqualTo(Lateness.ROUTINELY_LATE);
        assertThat(row.change()).isEqualTo(new ChangePoint(YearMonth.from(TODAY.minusMonths(5)), 12, 31));
        assertThat(row.daysBeyond()).isEqualTo(22);
        assertThat(row.realTermsDays()).isEqualTo(52);
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.TURNED_WORSE)).hasSize(1);
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.TURNED_BETTER)).isEmpty();
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.BEYOND_CONTRACT)).hasSize(1);
        assertThat(rows(STRANGER, entity, BehaviourFilter.Show.EVERYBODY)).isEmpty();

        AccountBehaviour fresh =
                behaviours.ofCustomer(MANAGER, row.payer().customerId()).getFirst();
        PaidMonth last = fresh.behaviour().months().getLast();
        assertThat(last.daysBeyondTerms()).isEqualTo(31);
        assertThat(behaviours.paidIn(MANAGER, fresh.accountId(), last.month()))
                .singleElement()
                .satisfies(line -> assertThat(line.part().daysBeyondTerms()).isEqualTo(31));
        assertThat(behaviours.paidIn(STRANGER, fresh.accountId(), last.month())).isEmpty();
        assertThat(behaviours.ofCustomer(STRANGER, row.payer().customerId())).isEmpty();
    }

    @Test
    void aPaymentOfTheDayChangesTheNightsList() {
        LegalEntity entity = books.entity("EUR");
        pay(entity, TODAY.minusMonths(3), 0);
        book.bringUpToDate(TODAY);
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.EVERYBODY))
                .extracting(BehaviourRow::months)
                .containsExactly(1);

        pay(entity, TODAY.minusMonths(1), 0);
        book.bringUpToDate(TODAY.plusDays(1));
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.EVERYBODY))
                .extracting(BehaviourRow::months)
                .containsExactly(2);
    }

    @Test
    void whatWasTakenBackWasNotPaid() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, "C1", "back", 100_00, TODAY.minusMonths(2));
        ItemId payment = books.payment(entity, "C1", "P-back", 100_00, TODAY.minusMonths(1));
        ledger.allocate(List.of(new AllocationOrder(payment, invoice, 100_00)), context(TODAY.minusMonths(1)));
        long allocation = sql.fetchSingle("select id from ledger.allocation where debit_item_id = ?", invoice.value())
                .get(0, Long.class);
        ledger.reverse(allocation, context(TODAY));
        book.bringUpToDate(TODAY);
        assertThat(rows(MANAGER, entity, BehaviourFilter.Show.EVERYBODY)).isEmpty();
    }

    private void pay(LegalEntity entity, LocalDate paidOn, int daysLate) {
        ItemId invoice = books.invoice(entity, "C1", "I" + paidOn, 100_00, paidOn.minusDays(daysLate));
        ItemId payment = books.payment(entity, "C1", "P" + paidOn, 100_00, paidOn);
        ledger.allocate(List.of(new AllocationOrder(payment, invoice, 100_00)), context(paidOn));
    }

    private List<BehaviourRow> rows(Viewer viewer, LegalEntity entity, BehaviourFilter.Show show) {
        return behaviours.rows(viewer, new BehaviourFilter(show, entity.id(), null), 0, 10);
    }

    private static PostingContext context(LocalDate on) {
        return new PostingContext(on, "test", "test");
    }
}
