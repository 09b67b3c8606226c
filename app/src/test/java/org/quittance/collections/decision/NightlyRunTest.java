package org.quittance.collections.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.core.collections.Action;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class NightlyRunTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer VIEWER = Viewer.system("amira");

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Redecision redecision;

    @Autowired
    private Promises promises;

    @Autowired
    private Overrides overrides;

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
    void everyAccountWithOpenItemsIsDecidedAndSaysWhy() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "LATE", "4711", 5_000_00, TODAY.minusDays(8));
        books.invoice(entity, "EARLY", "4712", 5_000_00, TODAY.plusDays(20));

        RunOutcome.Published published = (RunOutcome.Published) nightlyRun.run(TODAY, "test");

        assertThat(published.accounts()).isGreaterThanOrEqualTo(2);
        Map<String, String> rows = rows(entity);
        assertThat(rows.get("LATE"))
                .contains(
                        "\"outcome\": \"ACT\"",
                        "\"action\": \"" + Action.NOTICE_1 + "\"",
                        "Oldest invoice 4711 is 8 days");
        assertThat(rows.get("EARLY")).contains("\"outcome\": \"WAIT\"", "\"wait_until\": \"" + TODAY.plusDays(17));
    }

    @Test
    void runTwiceOnTheSameDayItSaysTheSame() {
        LegalEntity entity = randomBooks(7, 40);

        nightlyRun.run(TODAY, "test");
        Map<String, String> first = rows(entity);
        nightlyRun.run(TODAY, "test");

        assertThat(rows(entity)).hasSize(40).isEqualTo(first);
    }

    @Test
    void oneAccountDecidedByItselfIsDecidedAsInTheNight() {
        for (long seed = 1; seed <= 3; seed++) {
            LegalEntity entity = randomBooks(seed, 30);
            nightlyRun.run(TODAY, "test");
            Map<String, String> byNight = rows(entity);

            for (String account : byNight.keySet()) {
                redecision.decide(Set.of(books.account(entity, account).value()));
            }

            assertThat(rows(entity)).as("seed " + seed).isEqualTo(byNight);
        }
    }

    @Test
    void runThatBreaksOffChangesNothingAndIsRunAgainWithTheSameResult() {
        LegalEntity entity = manyAccounts(6_000);
        nightlyRun.run(TODAY, "test");
        Map<String, String> whole = rows(entity);
        String published = publishedRun();
        int last = sql.fetchSingle("select max(bucket) from ledger.open_item").get(0, Integer.class);
        sql.execute("update ledger.account set bucket = 0 where bucket = ?", last);

        assertThatThrownBy(() -> nightlyRun.run(TODAY, "test")).hasMessageContaining("in bucket " + last);
        assertThat(publishedRun()).isEqualTo(published);
        assertThat(sql.fetchSingle(
                                "select count(*) from collections.decision d join collections.run r on r.id = d.run_id"
                                        + " where r.state = 'RUNNING'")
                        .get(0, Integer.class))
                .as("the part that met no error stays written for the run, and nobody sees it")
                .isPositive();

        sql.execute(
                "update ledger.account a set bucket = ? where exists (select from ledger.open_item o where o.account_id = a.id"
                        + " and o.bucket = ?)",
                last,
                last);
        nightlyRun.run(TODAY, "test");
        assertThat(publishedRun()).isNotEqualTo(published);
        assertThat(rows(entity)).isEqualTo(whole);
    }

    @Test
    void onlyTheLastTwoRunsAreKept() {
        books.invoice(books.entity("GBP"), "C1", "1", 100_00, TODAY.minusDays(8));
        nightlyRun.run(TODAY, "test");
        nightlyRun.run(TODAY, "test");
        nightlyRun.run(TODAY, "test");

        assertThat(sql.fetchSingle("select count(distinct run_id) from collections.decision")
                        .get(0, Integer.class))
                .isEqualTo(2);
    }

    @Test
    void customersWhoPayLateByHabitGetPointsForIt() {
        LegalEntity entity = books.entity("EUR");
        ItemId paid = books.invoice(entity, "C1", "1", 1_000_00, TODAY.minusDays(60));
        books.invoice(entity, "C1", "2", 1_000_00, TODAY.minusDays(8));
        books.invoice(entity, "C1", "3", 238_000_00, TODAY.plusDays(20));
        ItemId payment = books.payment(entity, "C1", "P1", 1_000_00, TODAY.minusDays(30));
        ledger.allocate(
                List.of(new AllocationOrder(payment, paid, 1_000_00)),
                new PostingContext(TODAY.minusDays(30), "test", "test"));

        nightlyRun.run(TODAY, "test");

        assertThat(rows(entity).get("C1"))
                .contains(
                        "Pays 30 days late over the last 1 settled",
                        "likely to stay unpaid for 14 days more without us, by the only item settled yet and all customers",
                        "EUR 240,000.00 billed in the last twelve months");
    }

    private Map<String, String> rows(LegalEntity entity) {
        Map<String, String> rows = new TreeMap<>();
        sql.fetch(
                        "select a.number, (to_jsonb(d) - 'run_id')::text from collections.decision d"
                                + " join collections.published_run p on p.run_id = d.run_id"
                                + " join ledger.account a on a.id = d.account_id where a.entity_id = ?",
                        entity.id())
                .forEach(row -> rows.put(row.get(0, String.class), row.get(1, String.class)));
        return rows;
    }

    private String publishedRun() {
        return sql.fetchSingle("select run_id from collections.published_run").get(0, String.class);
    }

    private LegalEntity manyAccounts(int accounts) {
        LegalEntity entity = books.entity("EUR");
        List<ItemDraft> drafts = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            LocalDate due = TODAY.plusDays(5 + i % 20);
            drafts.add(draft(i, entity, "M" + i, "D" + i, 100_00 + i, due));
        }
        books.enter(drafts);
        return entity;
    }

    private static ItemDraft draft(
            long line, LegalEntity entity, String account, String document, long minor, LocalDate due) {
        LocalDate dated = due.minusDays(30);
        return new ItemDraft(
                line,
                entity.id(),
                account,
                "Customer " + account,
                ItemKind.INVOICE,
                "test",
                document,
                "",
                dated,
                due,
                true,
                dated,
                entity.currency(),
                minor,
                minor,
                null,
                30,
                null,
                "",
                "",
                "");
    }

    /** Accounts with invoices of every age, some paid in part or in full, some with promises, some put off. */
    private LegalEntity randomBooks(long seed, int accounts) {
        Random dice = new Random(seed);
        LegalEntity entity = books.entity(List.of("EUR", "GBP", "JPY").get(dice.nextInt(3)));
        for (int i = 0; i < accounts; i++) {
            String account = "R" + i;
            List<ItemId> items = new ArrayList<>();
            int invoices = dice.nextInt(1, 5);
            for (int j = 0; j < invoices; j++) {
                LocalDate due = TODAY.minusDays(dice.nextInt(-20, 100));
                items.add(books.invoice(entity, account, account + "-" + j, 1_000_00, due));
            }
            // The last invoice always stays open.
            if (dice.nextInt(3) == 0) {
                int paid = dice.nextInt(1, 1_000_00);
                ItemId payment = books.payment(entity, account, "P" + i, 1_000_00, TODAY.minusDays(1));
                if (items.size() > 1) {
                    ledger.allocate(
                            List.of(new AllocationOrder(payment, items.getFirst(), paid)),
                            new PostingContext(TODAY, "test", "test"));
                }
            }
            if (dice.nextInt(4) == 0) {
                Money amount = Money.ofMinor(dice.nextInt(1, 1_000_00), entity.currency());
                promises.note(
                        PromiseDraft.of(books.account(entity, account), amount, TODAY.plusDays(dice.nextInt(9))),
                        VIEWER);
            }
            if (dice.nextInt(5) == 0) {
                overrides.snooze(
                        books.account(entity, account).value(), TODAY.plusDays(dice.nextInt(1, 9)), "Later", VIEWER);
            }
        }
        return entity;
    }
}
