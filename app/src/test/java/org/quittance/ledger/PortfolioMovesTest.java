package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.NameRange;
import org.quittance.core.portfolio.PortfolioRule;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AccountChoice.Matching;
import org.quittance.ledger.AccountChoice.Ticked;
import org.quittance.ledger.MoveOutcome.Moved;
import org.quittance.ledger.MoveOutcome.Reason;
import org.quittance.ledger.MoveOutcome.Refused;
import org.quittance.ledger.PortfolioMove.How;
import org.quittance.ledger.PortfolioPreview.Part;
import org.quittance.ledger.PortfolioRuleBook.Draft;
import org.quittance.ledger.PortfolioRuleBook.Refusal;
import org.quittance.ledger.PortfolioRuleBook.Version;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts fall into portfolios by rule and are put into others by hand; what moved is kept, and the worklist follows at once. */
@ApplicationTest
class PortfolioMovesTest {

    private static final LocalDate TODAY = Books.TODAY;

    /** More than are followed one by one, and than are copied in one go. */
    private static final int MANY = 5_100;

    private static final Viewer ADA = new Viewer(1, "ada", "Ada", Set.of(Role.ADMINISTRATOR, Role.MANAGER), Set.of());

    @Autowired
    private PortfolioMoves moves;

    @Autowired
    private PortfolioRuleBook book;

    @Autowired
    private PortfolioPreview preview;

    @Autowired
    private AccountList accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private People people;

    @Autowired
    private Worklist worklist;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long small;
    private long large;

    @BeforeEach
    void twoPortfoliosOfAnEntity() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        small = people.addPortfolio("Small of " + entity.code(), null, "test");
        large = people.addPortfolio("Large of " + entity.code(), null, "test");
    }

    @AfterEach
    void nobodyFallsByRuleAnyMore() {
        if (!rules().equals(PortfolioRules.NONE)) {
            adopt(PortfolioRules.NONE);
        }
    }

    @Test
    void anImportPutsNewAccountsWhereTheRulesWouldHaveThem() {
        adopt(largeFrom(1_000_00), everythingElse());
        books.invoice(entity, "BIG", "BIG-1", 1_000_00, TODAY);
        books.invoice(entity, "TINY", "TINY-1", 999_99, TODAY);

        assertThat(portfolioOf("BIG")).isEqualTo(large);
        assertThat(portfolioOf("TINY")).isEqualTo(small);
        assertThat(history("BIG"))
                .extracting(PortfolioMove::to, PortfolioMove::how, PortfolioMove::reason, PortfolioMove::actor)
                .containsExactly(tuple("Large of " + entity.code(), How.NEW, "New with upload 1", "test"));
        assertThat(history("TINY").getFirst().rule())
                .isEqualTo("Rule 2 of version %d: entity %s".formatted(version(), entity.code()));
    }

    @Test
    void anAccountIsNewUntilItsImportIsThroughWithIt() {
        adopt(largeFrom(1_000_00), everythingElse());
        books.invoice(entity, "GROWS", "GROWS-1", 600_00, TODAY);
        books.invoice(entity, "GROWS", "GROWS-2", 600_00, TODAY);
        assertThat(portfolioOf("GROWS")).isEqualTo(large);

        books.moveTo(small, account("GROWS"));
        books.invoice(entity, "GROWS", "GROWS-3", 600_00, TODAY);
        assertThat(portfolioOf("GROWS")).isEqualTo(small);
    }

    @Test
    void whatIsThereAlreadyMovesWithNoImport() {
        books.invoice(entity, "OLD", "OLD-1", 600_00, TODAY);
        adopt(everythingElse());
        books.laterInvoice(entity, "OLD", "OLD-2", 600_00, TODAY);
        assertThat(portfolioOf("OLD")).isEqualTo(unassigned());
    }

    @Test
    void aListOfCustomersPutsItsAccountsToo() {
        adopt(names("A", "F"), everythingElse());
        transaction.executeWithoutResult(_ -> {
            customers.enter(List.of(customer("1", "Fischer"), customer("2", "Gruber")), "test");
            var ids = customers.idsByNumber(entity.customerMaster(), List.of("1", "2"));
            customers.enterAccounts(
                    ids.entrySet().stream()
                            .map(each -> new AccountDraft(each.getValue(), entity.id(), each.getKey(), 30, null, null))
                            .toList(),
                    "test");
        });
        assertThat(portfolioOf("1")).isEqualTo(large);
        assertThat(portfolioOf("2")).isEqualTo(small);
    }

    @Test
    void withoutRulesAnAccountFallsIntoTheFirstPortfolio() {
        books.invoice(entity, "ANY", "ANY-1", 100_00, TODAY);
        assertThat(portfolioOf("ANY")).isEqualTo(unassigned());
        assertThat(history("ANY")).isEmpty();
    }

    @Test
    void thePreviewTellsWhoWouldMoveAndMovesNobody() {
        books.invoice(entity, "BIG", "BIG-1", 2_000_00, TODAY);
        books.item(entity, "BIG", ItemKind.INVOICE, "BIG-2", Money.of("7", "USD"), TODAY);
        books.invoice(entity, "TINY", "TINY-1", 10_00, TODAY);
        books.invoice(entity, "THERE", "THERE-1", 10_00, TODAY);
        books.moveTo(small, account("THERE"));
        books.invoice(entity, "HELD", "HELD-1", 3_000_00, TODAY);
        books.moveTo(small, account("HELD"));
        adopt(largeFrom(1_000_00), everythingElse());

        String first = nameOf(unassigned());
        assertThat(preview.moves(false, 0, 10).parts())
                .containsExactly(
                        new Part(
                                first,
                                "Large of " + entity.code(),
                                1,
                                1,
                                List.of(Money.of("2000", "EUR"), Money.of("7", "USD"))),
                        new Part(first, "Small of " + entity.code(), 2, 1, List.of(Money.of("10", "EUR"))));
        assertThat(preview.moves(true, 0, 10).parts())
                .contains(new Part(
                        "Small of " + entity.code(),
                        "Large of " + entity.code(),
                        1,
                        1,
                        List.of(Money.of("3000", "EUR"))));
        assertThat(preview.moves(true, 0, 10).lines())
                .extracting(PortfolioPreview.Line::accountNumber)
                .containsExactly("BIG", "HELD", "TINY");
        assertThat(preview.moves(true, 1, 1).lines())
                .extracting(PortfolioPreview.Line::accountNumber)
                .containsExactly("HELD");
        assertThat(preview.moves(true, 0, 10).open()).containsExactly(Money.of("5010", "EUR"), Money.of("7", "USD"));
        assertThat(portfolioOf("BIG")).isEqualTo(unassigned());
    }

    @Test
    void whatWasPutByHandStaysUnlessToldOtherwise() {
        books.invoice(entity, "HELD", "HELD-1", 3_000_00, TODAY);
        books.invoice(entity, "FREE", "FREE-1", 3_000_00, TODAY);
        books.moveTo(small, account("HELD"));
        adopt(largeFrom(1_000_00));

        assertThat(moves.byRules(version(), false, ADA)).isEqualTo(new Moved(1));
        assertThat(portfolioOf("FREE")).isEqualTo(large);
        assertThat(portfolioOf("HELD")).isEqualTo(small);

        assertThat(moves.byRules(version(), true, ADA)).isEqualTo(new Moved(1));
        assertThat(portfolioOf("HELD")).isEqualTo(large);
        assertThat(history("HELD"))
                .extracting(PortfolioMove::from, PortfolioMove::to, PortfolioMove::how, PortfolioMove::actor)
                .containsExactly(
                        tuple("Small of " + entity.code(), "Large of " + entity.code(), How.RULES, "ada"),
                        tuple(nameOf(unassigned()), "Small of " + entity.code(), How.HAND, "test"));
        assertThat(moves.byRules(version(), true, ADA)).isEqualTo(new Refused(Reason.NO_ACCOUNTS));
    }

    @Test
    void whoeverHasSeenAnOlderPreviewMovesNobody() {
        books.invoice(entity, "FREE", "FREE-1", 3_000_00, TODAY);
        adopt(largeFrom(1_000_00));
        int seen = version();
        adopt(everythingElse());
        assertThat(moves.byRules(seen, false, ADA)).isEqualTo(new Refused(Reason.OVERTAKEN));
        adopt(PortfolioRules.NONE);
        assertThat(moves.byRules(version(), false, ADA)).isEqualTo(new Refused(Reason.NO_RULES));
        assertThat(portfolioOf("FREE")).isEqualTo(unassigned());
    }

    @Test
    void aFilteredListGoesToAnotherPortfolioWithAReason() {
        books.invoice(entity, "ONE", "ONE-1", 10_00, TODAY);
        books.invoice(entity, "TWO", "TWO-1", 10_00, TODAY);
        Matching all = new Matching(new AccountFilter("", null, entity.id(), "", ""));

        assertThat(moves.byHand(all, large, " ", ADA)).isEqualTo(new Refused(Reason.NO_REASON));
        assertThat(moves.byHand(all, -1, "Why", ADA)).isEqualTo(new Refused(Reason.NO_PORTFOLIO));
        assertThat(moves.byHand(new Ticked(Set.of()), large, "Why", ADA)).isEqualTo(new Refused(Reason.NO_ACCOUNTS));
        assertThat(moves.byHand(all, large, "Omar has left", ADA)).isEqualTo(new Moved(2));
        assertThat(moves.byHand(all, large, "Again", ADA)).isEqualTo(new Refused(Reason.NO_ACCOUNTS));

        assertThat(accounts.rows(ADA, all.filter(), 0, 10))
                .extracting(AccountList.Row::accountNumber, AccountList.Row::portfolio, AccountList.Row::isByHand)
                .containsExactly(
                        tuple("ONE", "Large of " + entity.code(), true),
                        tuple("TWO", "Large of " + entity.code(), true));
        assertThat(history("ONE").getFirst().reason()).isEqualTo("Omar has left");
    }

    @Test
    void nobodyMovesWhatTheyDoNotSee() {
        books.invoice(entity, "ONE", "ONE-1", 10_00, TODAY);
        Viewer tessa = new Viewer(2, "tessa", "Tessa", Set.of(Role.TEAM_LEAD), Set.of(large));
        assertThat(moves.byHand(new Ticked(Set.of(account("ONE"))), large, "Mine", tessa))
                .isEqualTo(new Refused(Reason.NO_ACCOUNTS));
        assertThat(portfolioOf("ONE")).isEqualTo(unassigned());
    }

    @Test
    void theWorklistAndItsSumsFollowAtOnce() {
        books.invoice(entity, "LATE", "LATE-1", 5_000_00, TODAY.minusDays(40));
        nightlyRun.run(TODAY, "test");
        Viewer clara = new Viewer(3, "clara", "Clara", Set.of(Role.COLLECTOR), Set.of(large));
        assertThat(toDo(clara)).isEmpty();
        assertThat(worklist.summary(clara).toDo()).isZero();

        books.moveTo(large, account("LATE"));
        assertThat(toDo(clara)).containsExactly("LATE");
        assertThat(worklist.summary(clara).toDo()).isEqualTo(1);
        assertThat(worklist.summary(clara).atStake()).containsExactly(Money.of("5000", "EUR"));

        books.moveTo(small, account("LATE"));
        assertThat(toDo(clara)).isEmpty();
        assertThat(worklist.summary(clara).toDo()).isZero();
    }

    @Test
    void itFollowsThousandsAtOnceAsWell() {
        books.invoices(entity, IntStream.range(0, MANY).mapToObj(i -> "M-" + i).toList(), 10_00, TODAY.minusDays(40));
        nightlyRun.run(TODAY, "test");
        Viewer clara = new Viewer(3, "clara", "Clara", Set.of(Role.COLLECTOR), Set.of(large));
        assertThat(worklist.summary(clara).toDo()).isZero();

        adopt(rule(large, NameRange.ANY, Money.of("10", "EUR")));
        assertThat(moves.byRules(version(), false, ADA)).isEqualTo(new Moved(MANY));
        assertThat(worklist.summary(clara).toDo()).isEqualTo(MANY);
        assertThat(worklist.summary(clara).atStake()).containsExactly(Money.ofMinor(MANY * 10_00L, "EUR"));
        assertThat(toDo(clara)).hasSize(10);
    }

    @Test
    void rulesAreAdoptedWithAReasonByWhoeverHasSeenTheLatest() {
        assertThat(book.adopt(new Draft(version(), new PortfolioRules(List.of(largeFrom(1))), " "), ADA))
                .contains(Refusal.NO_REASON);
        adopt(largeFrom(5_00), names("A", "F"));
        assertThat(rules().inOrder()).containsExactly(largeFrom(5_00), names("A", "F"));
        assertThat(book.adopt(new Draft(version(), rules(), "Again"), ADA)).contains(Refusal.NOTHING_CHANGED);
        assertThat(book.adopt(new Draft(version() - 1, PortfolioRules.NONE, "Late"), ADA))
                .contains(Refusal.OVERTAKEN);
    }

    @Test
    void whatMovedIsNeverRewritten() {
        books.invoice(entity, "ONE", "ONE-1", 10_00, TODAY);
        books.moveTo(large, account("ONE"));
        for (String table : List.of("portfolio_rule_version", "portfolio_rule", "portfolio_move", "account_move")) {
            assertThatThrownBy(() -> sql.execute("delete from ledger." + table))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void adopt(PortfolioRule... rules) {
        adopt(new PortfolioRules(List.of(rules)));
    }

    private void adopt(PortfolioRules rules) {
        assertThat(book.adopt(new Draft(version(), rules, "For the test"), ADA)).isEmpty();
    }

    private int version() {
        return book.inForce().map(Version::version).orElse(0);
    }

    private PortfolioRules rules() {
        return book.inForce().map(Version::rules).orElse(PortfolioRules.NONE);
    }

    private PortfolioRule largeFrom(long minor) {
        return rule(large, NameRange.ANY, Money.ofMinor(minor, "EUR"));
    }

    private PortfolioRule everythingElse() {
        return rule(small, NameRange.ANY, null);
    }

    private PortfolioRule names(String from, String to) {
        return rule(large, NameRange.of(from, to), null);
    }

    private PortfolioRule rule(long portfolio, NameRange names, @Nullable Money from) {
        return new PortfolioRule(portfolio, Set.of(entity.code()), Set.of(), Set.of(), names, from, null);
    }

    private CustomerDraft customer(String number, String name) {
        return new CustomerDraft(
                entity.customerMaster(), number, new CustomerParticulars(name, "GB", "en", "Europe/London", "", ""));
    }

    private List<String> toDo(Viewer viewer) {
        return worklist.rows(viewer, WorklistFilter.toDo(), 0, 10).stream()
                .map(row -> row.account().accountNumber())
                .toList();
    }

    private List<PortfolioMove> history(String number) {
        long account = account(number);
        long customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        return moves.ofCustomer(customer, ADA).getOrDefault(account, List.of());
    }

    private long account(String number) {
        return books.account(entity, number).value();
    }

    private long portfolioOf(String number) {
        return sql.fetchSingle("select portfolio_id from ledger.account where id = ?", account(number))
                .get(0, Long.class);
    }

    private long unassigned() {
        return sql.fetchSingle("select min(id) from identity.portfolio").get(0, Long.class);
    }

    private String nameOf(long portfolio) {
        return people.portfolios().stream()
                .filter(each -> each.id() == portfolio)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
