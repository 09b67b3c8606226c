package org.quittance.collections.strategy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.Takeover;
import org.quittance.collections.call.Takeover.FormerContact;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.decision.RolloutDraws;
import org.quittance.collections.decision.RolloutLine;
import org.quittance.collections.decision.Rollouts;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.core.collections.RolloutResults;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Share;
import org.quittance.core.collections.Step;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class StrategyBookTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String MONA = "mona";

    @Autowired
    private StrategyBook book;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Rollouts rollouts;

    @Autowired
    private RolloutDraws draws;

    @Autowired
    private LadderMoves moves;

    @Autowired
    private Takeover takeover;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Redecision redecision;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private CallLog calls;

    @Autowired
    private Worklist worklist;

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

    /** Other tests share the database: what was live here ends the day before theirs begins. */
    @AfterEach
    void endWhatWasLive() {
        clock.setTo(TODAY);
        for (List<StrategyKept> history : book.all()) {
            book.end(history.getFirst().content().code(), TODAY, "The test is over", MONA);
        }
    }

    @Test
    void eachAccountFollowsTheFirstStrategyThatIsForItByNightAndByItself() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "BIG", "4711", 20_000_00, TODAY.minusDays(8));
        books.invoice(entity, "SMALL", "4712", 500_00, TODAY.minusDays(8));
        book.save(calling("firm-1", entity, 1), 0, MONA);
        assertThat(book.release("firm-1", 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.DONE);

        nightlyRun.run(TODAY, "test");

        WorklistRow big = row(entity, "BIG");
        assertThat(big.next().action()).isEqualTo(Action.CALL);
        assertThat(big.strategy().name()).isEqualTo("Firm hand");
        assertThat(big.strategy().why()).contains("EUR 20,000.00 overdue").contains("entity " + entity.code());
        assertThat(row(entity, "SMALL").strategy().name()).isEqualTo("Standard");
        redecision.decide(Set.of(
                books.account(entity, "BIG").value(),
                books.account(entity, "SMALL").value()));
        assertThat(row(entity, "BIG")).isEqualTo(big);
        assertThat(nextActions.ofCustomer(AMIRA, big.account().customerId()))
                .extracting(next -> next.strategy().version().title())
                .containsExactly("Firm hand, version 1");
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "BIG")).isEqualTo(big);
    }

    @Test
    void aVersionForHalfOfTheCustomersIsComparedWithThoseHeldOutOfIt() {
        LegalEntity entity = books.entity("EUR");
        Map<String, ItemId> invoices = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            invoices.put("C" + i, books.invoice(entity, "C" + i, "4711-" + i, 20_000_00, TODAY.minusDays(8)));
        }
        book.save(calling("half-1", entity, 1), 0, MONA);
        assertThat(book.release("half-1", 1, new GoLive(TODAY, RunningAccounts.MOVE, Share.NONE), MONA))
                .isEqualTo(StrategyOutcome.NOT_A_SHARE);
        GoLive half = new GoLive(TODAY, RunningAccounts.MOVE, Share.of(50));
        RolloutDraw draw = draws.draw(book.history("half-1").getFirst(), half).orElseThrow();
        assertThat(draw.with().customers()).isEqualTo(20);
        assertThat(draw.heldOut().overdue()).containsExactly(Money.of("400000", "EUR"));
        book.release("half-1", 1, half.with(draw.share()), MONA);
        call(1, books.account(entity, "C0"));

        nightlyRun.run(TODAY, "test");

        StrategyKept version = book.history("half-1").getFirst();
        RolloutResults first = rollouts.results(version.id(), AMIRA);
        assertThat(first.with().accounts() + first.heldOut().accounts()).isEqualTo(40);
        assertThat(first.with().accounts())
                .as("as many as were told before the word was given")
                .isEqualTo(20);
        assertThat(first.daysToPay()).isNull();
        assertThat(rollouts.today(version.id(), AMIRA)).isEqualTo(new Rollouts.Today(20, 20, 0, 0));
        assertThat(rollouts.lines(version.id(), AMIRA, 0, 100)).hasSize(40).allSatisfy(line -> {
            WorklistRow row = row(entity, line.accountNumber());
            assertThat(row.strategy().name()).isEqualTo(line.heldOut() ? "Standard" : "Firm hand");
            assertThat(row.strategy().why().contains("Held out of Firm hand, version 1"))
                    .isEqualTo(line.heldOut());
            assertThat(line.overdue()).isEqualTo(Money.of("20000", "EUR"));
        });

        call(2, books.account(entity, "C0"), books.account(entity, "C1"));
        RolloutResults called = rollouts.results(version.id(), AMIRA);
        assertThat(called.with().contacts() + called.heldOut().contacts())
                .as("one call about two accounts; that of the morning, before they came in, is no result")
                .isEqualTo(1);
        AccountId written = books.account(entity, "C2");
        sql.execute(
                "insert into collections.contact_made (account_id, action, made_on, actor, message_id)"
                        + " values (?, 'NOTICE_1', ?, 'amira', ?)",
                written.value(),
                TODAY,
                books.waitingMessage(written, TODAY, "amira"));
        RolloutResults waiting = rollouts.results(version.id(), AMIRA);
        assertThat(waiting.with().contacts() + waiting.heldOut().contacts())
                .as("a message that still waits is no contact yet")
                .isEqualTo(1);

        clock.setTo(TODAY.plusDays(10));
        RolloutLine paying = rollouts.lines(version.id(), AMIRA, 0, 1).getFirst();
        LocalDate paidOn = TODAY.plusDays(3);
        ItemId payment = books.payment(entity, paying.accountNumber(), "P1", 20_000_00, paidOn);
        ledger.allocate(
                List.of(new AllocationOrder(payment, requireNonNull(invoices.get(paying.accountNumber())), 20_000_00)),
                new PostingContext(paidOn, "test", "test"));
        nightlyRun.run(TODAY.plusDays(10), "test");
        assertThat(rollouts.today(version.id(), AMIRA))
                .as("whoever owes nothing any more is where they came in no longer")
                .isEqualTo(paying.heldOut() ? new Rollouts.Today(20, 19, 0, 0) : new Rollouts.Today(19, 20, 0, 0));
        assertThat(rollouts.lines(version.id(), AMIRA, 0, 100))
                .filteredOn(line -> line.accountId() == paying.accountId())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.heldOut()).isEqualTo(paying.heldOut());
                    assertThat(line.enteredOn()).isEqualTo(TODAY);
                    assertThat(line.cash()).isEqualTo(Money.of("20000", "EUR"));
                });
        RolloutResults later = rollouts.results(version.id(), AMIRA);
        assertThat(later.horizonDays()).isEqualTo(10);
        RolloutResults.Side paid = paying.heldOut() ? later.heldOut() : later.with();
        RolloutResults.Side other = paying.heldOut() ? later.with() : later.heldOut();
        assertThat(other.daysToPay()).isEqualTo(10.0);
        assertThat(paid.daysToPay()).isCloseTo(10 - 7.0 / paid.items(), within(1e-9));

        clock.setTo(TODAY);
        books.invoice(entity, "C40", "4711-40", 20_000_00, TODAY.minusDays(8));
        RolloutDraw more = draws.redraw(book.history("half-1").getFirst(), 75).orElseThrow();
        assertThat(more.customers()).isEqualTo(40);
        assertThat(more.with().customers()).isEqualTo(30);
        assertThat(more.removed().customers()).isZero();
        assertThat(book.share("half-1", 1, new ShareChange(Share.of(50), "Again"), MONA))
                .isEqualTo(StrategyOutcome.SAME_SHARE);
        assertThat(book.share("half-1", 1, new ShareChange(Share.of(100), " "), MONA))
                .isEqualTo(StrategyOutcome.NEEDS_A_REASON);
        assertThat(book.share("half-1", 1, new ShareChange(Share.of(100), "It works"), MONA))
                .isEqualTo(StrategyOutcome.DONE);
        assertThat(book.share("half-1", 1, new ShareChange(Share.of(50), "Back"), MONA))
                .isEqualTo(StrategyOutcome.FOR_ALL_ALREADY);
        nightlyRun.run(TODAY, "test");
        String unpaid = paying.accountNumber().equals("C1") ? "C2" : "C1";
        assertThat(row(entity, unpaid).strategy().name()).isEqualTo("Firm hand");
        RolloutResults forAll = rollouts.results(version.id(), AMIRA);
        assertThat(forAll.with().accounts()).isEqualTo(first.with().accounts());
        RolloutLine crossed = rollouts.lines(version.id(), AMIRA, 0, 100).stream()
                .filter(RolloutLine::heldOut)
                // Who owes nothing any more is decided about no more, and changes no side.
                .filter(line -> line.accountId() != paying.accountId())
                .findFirst()
                .orElseThrow();
        assertThat(crossed.crossedOn()).isEqualTo(TODAY);
        assertThat(rollouts.today(version.id(), AMIRA).cameToIt()).isEqualTo(paying.heldOut() ? 19 : 20);
        call(3, AccountId.of(crossed.accountId()));
        assertThat(rollouts.results(version.id(), AMIRA).heldOut().contacts())
                .as("what is done with whoever has come to it is no result of holding them out")
                .isEqualTo(forAll.heldOut().contacts());
    }

    private void call(int deed, AccountId... about) {
        for (AccountId account : about) {
            sql.execute(
                    "insert into collections.contact_made (account_id, action, made_on, actor, deed_id)"
                            + " values (?, 'CALL', ?, 'amira', ?)",
                    account.value(),
                    TODAY,
                    -deed);
        }
    }

    @Test
    void aDraftAndAVersionOfTomorrowTouchNobodyToday() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "BIG", "4711", 20_000_00, TODAY.minusDays(8));
        book.save(calling("firm-2", entity, 1), 0, MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "BIG").strategy().name()).isEqualTo("Standard");

        book.release("firm-2", 1, GoLive.forAll(TODAY.plusDays(1), RunningAccounts.MOVE), MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "BIG").strategy().name()).isEqualTo("Standard");

        clock.setTo(TODAY.plusDays(1));
        nightlyRun.run(TODAY.plusDays(1), "test");
        assertThat(row(entity, "BIG").strategy().name()).isEqualTo("Firm hand");

        clock.setTo(TODAY.plusDays(2));
        assertThat(book.end("firm-2", TODAY.plusDays(2), "Too firm", MONA)).isEqualTo(StrategyOutcome.DONE);
        nightlyRun.run(TODAY.plusDays(2), "test");
        assertThat(row(entity, "BIG").strategy().name()).isEqualTo("Standard");
    }

    @Test
    void anAccountUnderWayFinishesOnItsVersionWhereTheNextOneSaysSo() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "OLD", "4711", 20_000_00, TODAY.minusDays(8));
        books.invoice(entity, "NEW", "4712", 20_000_00, TODAY.minusDays(8));
        book.save(calling("firm-3", entity, 1), 0, MONA);
        book.release("firm-3", 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA);
        nightlyRun.run(TODAY, "test");
        CallReport refused = new CallReport(
                row(entity, "OLD").account().customerId(),
                Set.of(),
                CallReport.Way.PLACED,
                CallResult.REFUSES,
                null,
                "",
                null,
                null);
        assertThat(calls.log(refused, AMIRA)).isInstanceOf(CallLogged.Logged.class);

        ItemId letter = books.invoice(entity, "WRITTEN", "4713", 20_000_00, TODAY.minusDays(8));
        transaction.executeWithoutResult(_ -> takeover.bringOver(
                List.of(new FormerContact(
                        books.account(entity, "WRITTEN"),
                        Action.NOTICE_1,
                        TODAY.minusDays(3),
                        "test",
                        List.of(letter))),
                List.of(),
                TODAY,
                "test"));
        book.save(calling("firm-3", entity, 2), 1, MONA);
        book.save(calling("firmer-3", entity, 1, 4), 0, MONA);
        book.save(calling("firmer-3", entity, 2, 4), 1, MONA);
        for (StrategyKept draft : List.of(
                book.history("firm-3").getFirst(), book.history("firmer-3").getLast())) {
            RolloutDraw draw = draws.draw(draft, GoLive.forAll(TODAY, RunningAccounts.MOVE))
                    .orElseThrow();
            assertThat(moves.to(draft, draw.with().ids()))
                    .as(
                            "what was done here and in a former system, whichever strategy takes over and however many drafts there are")
                    .extracting(LadderMoves.Line::had, LadderMoves.Line::accounts)
                    .containsExactlyInAnyOrder(tuple(Action.CALL, 1L), tuple(Action.NOTICE_1, 1L));
        }
        assertThat(moves.to(book.history("firm-3").getFirst(), Set.of())).isEmpty();
        book.release("firm-3", 2, GoLive.forAll(TODAY, RunningAccounts.STAY), MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "OLD").strategy().version()).isEqualTo(1);
        assertThat(row(entity, "OLD").strategy().why()).contains("has begun with this version");
        assertThat(row(entity, "NEW").strategy().version()).isEqualTo(2);

        book.save(calling("firm-3", entity, 3), 2, MONA);
        book.release("firm-3", 3, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "OLD").strategy().version()).isEqualTo(3);
    }

    @Test
    void aVersionThatSendsByItselfIsLetGoByAnotherThanWhoWroteIt() {
        LegalEntity entity = books.entity("EUR");
        Step notice = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", entity.currency()))
                .placed(5, 0, 1)
                .step();
        Audience audience = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        book.save(new StrategyContent("letters-5", "Letters", "", 6, audience, List.of(notice)), 0, MONA);
        GoLive now = GoLive.forAll(TODAY, RunningAccounts.MOVE);

        assertThat(book.objection("letters-5", 1, now, MONA)).isEqualTo(StrategyOutcome.NEEDS_ANOTHER);
        assertThat(book.release("letters-5", 1, now, MONA)).isEqualTo(StrategyOutcome.NEEDS_ANOTHER);
        assertThat(book.history("letters-5").getFirst().isDraft()).isTrue();
        assertThat(book.release("letters-5", 1, new GoLive(TODAY, RunningAccounts.MOVE, Share.of(1)), "tessa"))
                .isEqualTo(StrategyOutcome.DONE);
        ShareChange toAll = new ShareChange(Share.of(100), "It works");
        assertThat(book.share("letters-5", 1, toAll, MONA))
                .as("nor from one percent to all")
                .isEqualTo(StrategyOutcome.NEEDS_ANOTHER_FOR_MORE);
        assertThat(book.share("letters-5", 1, new ShareChange(Share.of(0), "It annoys them"), MONA))
                .as("to take it back is nothing that needs a second person")
                .isEqualTo(StrategyOutcome.DONE);
        assertThat(book.share("letters-5", 1, toAll, "tessa")).isEqualTo(StrategyOutcome.DONE);
    }

    @Test
    void versionsAreWrittenOnceAndSayWhoDidWhat() {
        LegalEntity entity = books.entity("EUR");
        StrategyContent content = calling("firm-4", entity, 1);
        assertThat(book.save(content, 0, MONA)).isEqualTo(StrategyOutcome.DONE);
        assertThat(book.save(content, 0, "somebody else")).isEqualTo(StrategyOutcome.CHANGED_MEANWHILE);
        assertThat(book.save(content, 1, "nina")).isEqualTo(StrategyOutcome.DONE);
        assertThat(book.release("firm-4", 3, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.NOT_FOUND);
        assertThat(book.release("firm-4", 2, GoLive.forAll(TODAY.minusDays(1), RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.IN_THE_PAST);
        assertThat(book.end("firm-4", TODAY, "Why not", MONA)).isEqualTo(StrategyOutcome.NOT_LIVE);
        assertThat(book.release("firm-4", 2, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.DONE);
        assertThat(book.release("firm-4", 2, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.LIVE_ALREADY);
        assertThat(book.release("firm-4", 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), MONA))
                .isEqualTo(StrategyOutcome.NEWER_IS_LIVE);
        assertThat(book.end("firm-4", TODAY, " ", MONA)).isEqualTo(StrategyOutcome.NEEDS_A_REASON);
        assertThat(book.end(StrategyContent.STANDARD, TODAY, "Why not", MONA)).isEqualTo(StrategyOutcome.LAST_STAYS);

        List<StrategyKept> history = book.history("firm-4");
        assertThat(history).extracting(StrategyKept::version).containsExactly(2, 1);
        assertThat(history).extracting(StrategyKept::savedBy).containsExactly("nina", MONA);
        assertThat(history.getFirst().content()).isEqualTo(content);
        assertThat(history.getFirst().released()).isNotNull();
        assertThat(history.getLast().released()).isNull();
        assertThat(sql.fetch(
                                "select action from audit.entry where subject_type = 'strategy' and subject_id = 'firm-4' order by id")
                        .getValues(0, String.class))
                .containsExactly("strategy.saved", "strategy.saved", "strategy.released");
    }

    private WorklistRow row(LegalEntity entity, String account) {
        WorklistFilter all = new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null);
        return worklist.rows(AMIRA, all, 0, 50).stream()
                .filter(row -> row.account().accountNumber().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /** Calls at once whoever owes EUR 5,000 or more; the higher the version, the later. */
    private static StrategyContent calling(String code, LegalEntity entity, int version) {
        return calling(code, entity, version, 5);
    }

    private static StrategyContent calling(String code, LegalEntity entity, int version, int place) {
        Audience audience = new Audience(
                Set.of(entity.code()), Set.of(), Money.of("5000", "EUR"), null, DayRange.ANY, DayRange.ANY);
        Step call = Step.draft("call", Action.CALL, Money.of("0", entity.currency()))
                .placed(version, 7, 1)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .step();
        return new StrategyContent(code, "Firm hand", "Large debts are called about", place, audience, List.of(call));
    }
}
