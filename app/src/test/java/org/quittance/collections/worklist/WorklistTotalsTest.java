package org.quittance.collections.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
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

/** The sums that are kept must be what counting the decisions says, for whoever sees all accounts and for whoever sees one portfolio. */
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
        long brokenBefore = worklist.summary(ALL).brokenPromises();
        promise(entity, "GROWS", 500_00, TODAY.minusDays(12), TODAY.minusDays(8));
        redecide(entity, "GROWS");
        promise(entity, "GROWS", 10_00, TODAY, TODAY.plusDays(7));
        assertThat(overrides.snooze(account(entity, "GROWS"), TODAY.plusDays(2), "promised a little", ALL))
                .isEqualTo(Overrides.Outcome.DONE);
        assertThat(worklist.summary(ALL).brokenPromises())
                .as("neither a small promise nor a snooze takes the broken one out of the count")
                .isEqualTo(brokenBefore + 1);
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

    private void promise(LegalEntity entity, String number, long minor, LocalDate madeOn, LocalDate dueOn) {
        sql.execute(
                "insert into collections.promise (account_id, currency, amount_minor, made_on, due_on, note, actor)"
                        + " values (?, 'EUR', ?, ?, ?, '', 'test')",
                account(entity, number),
                minor,
                madeOn,
                dueOn);
    }

    private void assertKeptAsCounted() {
        Set<Long> portfolios =
                new HashSet<>(sql.fetch("select id from identity.portfolio").getValues(0, Long.class));
        for (AutomaticSending.Mode mode : AutomaticSending.Mode.values()) {
            sending.switchTo(mode, "test");
            assertKeptAsCounted(ALL, portfolios, mode);
            portfolios.forEach(portfolio -> assertKeptAsCounted(collector(portfolio), Set.of(portfolio), mode));
        }
        sending.switchTo(AutomaticSending.Mode.PROPOSE, "test");
        assertThat(worklist.summary(ALL).toDo()).isPositive();
    }

    private void assertKeptAsCounted(Viewer viewer, Set<Long> portfolios, AutomaticSending.Mode mode) {
        WorklistSummary summary = worklist.summary(viewer);
        Condition awake = condition(
                "coalesce(snoozed_until, date '-infinity') <= {0}",
                val(LocalDate.ofInstant(clock.instant(), clock.getZone())));
        Condition forAPerson = mode == AutomaticSending.Mode.ON ? condition("by_hand_items > 0") : noCondition();
        String name = viewer.login() + ", mode " + mode;
        assertThat(summary.toDo()).as(name).isEqualTo(counted(portfolios, awake.and(forAPerson)));
        assertThat(summary.brokenPromises())
                .as(name + ": broken promises, to do or not")
                .isEqualTo(sql.fetchCount(select(val(1))
                        .from("collections.decision")
                        .where(published(portfolios))
                        .and(condition("promise_state in ('BROKEN', 'PART_KEPT')"))));
        assertThat(summary.snoozed()).as(name).isEqualTo(counted(portfolios, not(awake)));
        assertThat(summary.automatic())
                .as(name)
                .isEqualTo(counted(portfolios, awake.and(condition("automatic_items > 0"))));
        assertThat(summary.atStake()).as(name).isEqualTo(atStake(portfolios, awake.and(forAPerson)));
    }

    private long counted(Set<Long> portfolios, Condition condition) {
        return sql.fetchCount(select(val(1))
                .from("collections.decision")
                .where(acts(portfolios).and(condition)));
    }

    private List<Money> atStake(Set<Long> portfolios, Condition condition) {
        return sql.fetch("""
                        select c.currency, sum(c.stake_minor)::bigint
                        from collections.decision, unnest(currencies, stake_minor) as c (currency, stake_minor)
                        where {0} and c.stake_minor > 0 group by c.currency order by c.currency
                        """, acts(portfolios).and(condition))
                .map(row -> Money.ofMinor(row.get(1, Long.class), row.get(0, String.class)));
    }

    private Condition acts(Set<Long> portfolios) {
        return published(portfolios).and(condition("outcome = 'ACT'"));
    }

    private static Condition published(Set<Long> portfolios) {
        return condition(
                "run_id = (select run_id from collections.published_run) and portfolio_id = any({0})",
                val(portfolios.toArray(Long[]::new)));
    }

    private static Viewer collector(long portfolio) {
        return new Viewer(1, "portfolio " + portfolio, "Clara", Set.of(Role.COLLECTOR), Set.of(portfolio));
    }

    private void redecide(LegalEntity entity, String account) {
        redecision.decide(Set.of(account(entity, account)));
    }

    private long account(LegalEntity entity, String number) {
        return books.account(entity, number).value();
    }
}
