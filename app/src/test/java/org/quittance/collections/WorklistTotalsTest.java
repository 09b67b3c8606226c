package org.quittance.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
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

/** Whoever sees all accounts reads sums that are kept; whoever sees every portfolio counts the rows. Both must be told the same. */
@ApplicationTest
class WorklistTotalsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer ALL = Viewer.system("amira");

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Redecision redecision;

    @Autowired
    private Overrides overrides;

    @Autowired
    private AutomaticSending sending;

    @Autowired
    private Worklist worklist;

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

    @AfterEach
    void leaveNoticesToPeople() {
        sending.switchTo(AutomaticSending.Mode.PROPOSE, "test");
    }

    @Test
    void whatIsKeptIsWhatCountingSaysAfterEveryChange() {
        LegalEntity entity = books.entity("EUR");
        ItemId paid = books.invoice(entity, "PAYS", "1", 900_00, TODAY.minusDays(40));
        books.invoice(entity, "SLEEPS", "2", 700_00, TODAY.minusDays(70));
        books.invoice(entity, "GROWS", "3", 500_00, TODAY.minusDays(20));
        books.item(books.entity("JPY"), "OTHER", ItemKind.INVOICE, "4", 3_000, TODAY.minusDays(50));
        nightlyRun.run(TODAY, "test");
        assertKeptAsCounted();
        WorklistSummary before = worklist.summary(ALL);

        ItemId money = books.payment(entity, "PAYS", "P1", 900_00, TODAY);
        ledger.allocate(List.of(new AllocationOrder(money, paid, 900_00)), new PostingContext(TODAY, "test", "amira"));
        redecide(entity, "PAYS");
        assertThat(worklist.summary(ALL).toDo()).isEqualTo(before.toDo() - 1);
        assertKeptAsCounted();

        assertThat(overrides.snooze(account(entity, "SLEEPS"), TODAY.plusDays(5), "on holiday", ALL))
                .isEqualTo(Overrides.Outcome.DONE);
        assertThat(worklist.summary(ALL).snoozed()).isEqualTo(before.snoozed() + 1);
        assertKeptAsCounted();

        books.invoice(entity, "GROWS", "5", 250_00, TODAY.minusDays(65));
        redecide(entity, "GROWS");
        assertKeptAsCounted();

        clock.setTo(TODAY.plusDays(5));
        assertKeptAsCounted();
        nightlyRun.run(TODAY.plusDays(5), "test");
        assertKeptAsCounted();
    }

    private void assertKeptAsCounted() {
        Set<Long> portfolios =
                new HashSet<>(sql.fetch("select id from identity.portfolio").getValues(0, Long.class));
        Viewer everyPortfolio = new Viewer(1, "clara", "Clara", Set.of(Role.COLLECTOR), portfolios);
        assertThat(everyPortfolio.seesEverything()).isFalse();
        for (AutomaticSending.Mode mode : AutomaticSending.Mode.values()) {
            sending.switchTo(mode, "test");
            assertThat(worklist.summary(ALL)).as("mode " + mode).isEqualTo(worklist.summary(everyPortfolio));
        }
        sending.switchTo(AutomaticSending.Mode.PROPOSE, "test");
        assertThat(worklist.summary(ALL).toDo()).isPositive();
    }

    private void redecide(LegalEntity entity, String account) {
        redecision.decide(Set.of(account(entity, account)));
    }

    private long account(LegalEntity entity, String number) {
        return books.account(entity, number).value();
    }
}
