package org.quittance.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class StrategyBookTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");
    private static final String MONA = "mona";

    @Autowired
    private StrategyBook book;

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
        assertThat(book.release("firm-1", 1, TODAY, RunningAccounts.MOVE, MONA)).isEqualTo(StrategyOutcome.DONE);

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
    void aDraftAndAVersionOfTomorrowTouchNobodyToday() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "BIG", "4711", 20_000_00, TODAY.minusDays(8));
        book.save(calling("firm-2", entity, 1), 0, MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "BIG").strategy().name()).isEqualTo("Standard");

        book.release("firm-2", 1, TODAY.plusDays(1), RunningAccounts.MOVE, MONA);
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
        book.release("firm-3", 1, TODAY, RunningAccounts.MOVE, MONA);
        nightlyRun.run(TODAY, "test");
        CallReport refused = new CallReport(
                row(entity, "OLD").account().customerId(),
                Set.of(),
                CallReport.Way.PLACED,
                CallReport.Result.REFUSES,
                null,
                "",
                null,
                null);
        assertThat(calls.log(refused, AMIRA)).isInstanceOf(CallLogged.Logged.class);

        book.save(calling("firm-3", entity, 2), 1, MONA);
        book.release("firm-3", 2, TODAY, RunningAccounts.STAY, MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "OLD").strategy().version()).isEqualTo(1);
        assertThat(row(entity, "OLD").strategy().why()).contains("has begun with this version");
        assertThat(row(entity, "NEW").strategy().version()).isEqualTo(2);

        book.save(calling("firm-3", entity, 3), 2, MONA);
        book.release("firm-3", 3, TODAY, RunningAccounts.MOVE, MONA);
        nightlyRun.run(TODAY, "test");
        assertThat(row(entity, "OLD").strategy().version()).isEqualTo(3);
    }

    @Test
    void versionsAreWrittenOnceAndSayWhoDidWhat() {
        LegalEntity entity = books.entity("EUR");
        StrategyContent content = calling("firm-4", entity, 1);
        assertThat(book.save(content, 0, MONA)).isEqualTo(StrategyOutcome.DONE);
        assertThat(book.save(content, 0, "somebody else")).isEqualTo(StrategyOutcome.CHANGED_MEANWHILE);
        assertThat(book.save(content, 1, "nina")).isEqualTo(StrategyOutcome.DONE);
        assertThat(book.release("firm-4", 3, TODAY, RunningAccounts.MOVE, MONA)).isEqualTo(StrategyOutcome.NOT_FOUND);
        assertThat(book.release("firm-4", 2, TODAY.minusDays(1), RunningAccounts.MOVE, MONA))
                .isEqualTo(StrategyOutcome.IN_THE_PAST);
        assertThat(book.end("firm-4", TODAY, "Why not", MONA)).isEqualTo(StrategyOutcome.NOT_LIVE);
        assertThat(book.release("firm-4", 2, TODAY, RunningAccounts.MOVE, MONA)).isEqualTo(StrategyOutcome.DONE);
        assertThat(book.release("firm-4", 2, TODAY, RunningAccounts.MOVE, MONA))
                .isEqualTo(StrategyOutcome.LIVE_ALREADY);
        assertThat(book.release("firm-4", 1, TODAY, RunningAccounts.MOVE, MONA))
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
        Audience audience = new Audience(
                Set.of(entity.code()), Set.of(), Money.of("5000", "EUR"), null, DayRange.ANY, DayRange.ANY);
        Step call = new Step(
                "call",
                Action.CALL,
                version,
                7,
                1,
                "",
                Money.of("0", entity.currency()),
                Execution.BY_HAND,
                Repetition.AFTER_ITS_WAIT);
        return new StrategyContent(code, "Firm hand", "Large debts are called about", 5, audience, List.of(call));
    }
}
